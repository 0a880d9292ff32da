using ShortsFactory.Captions.Fonts;
using ShortsFactory.Recognition;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Layout;

/// <summary>Places words in the picture, measured with the fonts that draw them, so that nothing leaves the safe zone.</summary>
internal sealed class CaptionLayout
{
    /// <summary>A word is made smaller down to this before it is cut into pieces.</summary>
    private const double SmallestScale = 0.6;

    /// <summary>The same for a word whose letters join: cut, they would change their shapes.</summary>
    private const double SmallestJoinedScale = 0.35;

    /// <summary>The largest size of a word in pieces.</summary>
    private const double LargestPieceScale = 0.8;

    private readonly CaptionTemplate _template;
    private readonly FontStack _fonts;
    private readonly WordCutter _cutter;
    private readonly IReadOnlyList<TimedWord> _timed;
    private readonly string[] _texts;
    private readonly double[] _gaps;
    private readonly Piece[] _words;
    private readonly HashSet<int> _rightToLeft;

    public CaptionLayout(CaptionTemplate template, FontStack fonts, IReadOnlyList<TimedWord> words)
    {
        (_template, _fonts, _cutter, _timed) = (template, fonts, new WordCutter(fonts), words);
        HashSet<int> sentences = [.. words.GroupBy(word => word.Sentence, word => word.Text).Where(ReadingOrder.IsRightToLeft).Select(sentence => sentence.Key)];
        _rightToLeft = [.. words.Index().Where(word => sentences.Contains(word.Item.Sentence)).Select(word => word.Index)];
        _texts = [.. words.Select((word, index) => ReadingOrder.Mark(WordText.Show(word.Text, template), _rightToLeft.Contains(index)))];
        _words = [.. words.Select((word, index) => Fit(index, fonts.Measure(_texts[index]), word.Emphasis ? template.EmphasisScale : 1))];
        _gaps = [.. words.Select((word, index) => word.Joined && index > 0 ? JoinedGap(_words[index - 1].Text, _words[index].Text) : template.WordGap)];
    }

    /// <summary>What keeps the outline of letters off their neighbours, also while they are spoken and larger.</summary>
    private double Clearance => _template.Outline + ((_template.Active.Scale - 1) * _template.Size / 2);

    private double MostHeight => _template.SafeZone.Height - _template.Margins.Top - _template.Margins.Bottom;

    public bool Fits(int first, int count) => Break(first, count) is not null;

    public PlacedGroup Place(WordGroup group)
    {
        if (Break(group.First, group.Count) is not { } counts)
        {
            return Place(group, CutToLines(group.First));
        }

        List<Piece[]> lines = [];
        var first = group.First;
        foreach (var count in counts)
        {
            lines.Add(_words[first..(first + count)]);
            first += count;
        }

        if (_template.Stacks)
        {
            var line = lines.FindIndex(pieces => pieces is [var only] && only.Word == MostImportant(group.First, group.Count));
            lines[line] = [Fit(lines[line][0].Word, lines[line][0].Text, _template.StackScale)];
        }

        return Place(group, lines);
    }

    /// <summary>Between words that are written without a space: no more than must be.</summary>
    private double JoinedGap(MeasuredText before, MeasuredText after)
    {
        var between = Math.Max(0, before.Advance - before.Ink.Right) + Math.Max(0, after.Ink.Left);
        return Math.Clamp(Clearance - between, 0, _template.WordGap);
    }

    private Piece Fit(int word, MeasuredText text, double scale) => new(word, text, Math.Min(scale, _template.LineWidth / Slot.Of(text)));

    private IReadOnlyList<int>? Break(int first, int count)
    {
        var words = _words[first..(first + count)];
        if (words.Any(word => word.Scale < (_rightToLeft.Contains(word.Word) ? SmallestJoinedScale : SmallestScale)))
        {
            return null;
        }

        return _template.Stacks
            ? LineStacker.Break([.. words.Select(word => word.Width)], MostImportant(first, count) - first, _template.WordGap, _template.LineWidth, _template.Lines)
            : Break(words, keepsPictures: true) ?? Break(words, keepsPictures: false);
    }

    /// <summary>Breaks words into lines; a word that is only shown, such as an emoji, may be kept in the line of the word that it follows.</summary>
    private IReadOnlyList<int>? Break(Piece[] words, bool keepsPictures)
    {
        List<(int Count, double Width, double Gap)> units = [];
        foreach (var word in words)
        {
            var gap = _gaps[word.Word];
            if (keepsPictures && units.Count > 0 && _timed[word.Word].Spoken.Length == 0)
            {
                units[^1] = (units[^1].Count + 1, units[^1].Width + gap + word.Width, units[^1].Gap);
            }
            else
            {
                units.Add((1, word.Width, gap));
            }
        }

        if (LineBreaker.Break([.. units.Select(unit => unit.Width)], [.. units.Select(unit => unit.Gap)], _template.LineWidth, _template.Lines) is not { } counts)
        {
            return null;
        }

        var next = 0;
        return [.. counts.Select(count => units[next..(next += count)].Sum(unit => unit.Count))];
    }

    /// <summary>The first emphasised word of a group, else the first number, else the widest word.</summary>
    private int MostImportant(int first, int count) => Enumerable.Range(first, count)
        .OrderByDescending(index => _timed[index].Emphasis)
        .ThenByDescending(index => _timed[index].Text.Any(char.IsDigit))
        .ThenByDescending(index => _words[index].Width)
        .First();

    /// <summary>A word that is far too wide for a line: in pieces, one to a line, as few and then as large as they can be.</summary>
    private List<Piece[]> CutToLines(int word)
    {
        var text = _texts[word];
        var smallest = SmallestScale;
        while (!IsRoomFor(_cutter.Fewest(text, _template.LineWidth / smallest), smallest))
        {
            smallest *= 0.8;
        }

        var count = _cutter.Fewest(text, _template.LineWidth / smallest);
        foreach (var atGoodPlaces in (bool[])[true, false])
        {
            for (var scale = LargestPieceScale; scale > smallest; scale -= 0.05)
            {
                if (IsRoomFor(count, scale) && _cutter.Cut(text, _template.LineWidth / scale, count, atGoodPlaces) is { } pieces)
                {
                    return Stack(pieces, scale);
                }
            }
        }

        return Stack(_cutter.Cut(text, _template.LineWidth / smallest, count, atGoodPlaces: false)!, smallest);

        List<Piece[]> Stack(IEnumerable<MeasuredText> pieces, double scale) => [.. pieces.Select(piece => new[] { new Piece(word, piece, scale) })];
    }

    private bool IsRoomFor(int lines, double scale) => lines * ((_template.LinePitch * scale) + Clearance) <= MostHeight;

    private PlacedGroup Place(WordGroup group, List<Piece[]> lines)
    {
        double[] baselines = [.. Baselines(lines)];
        var capitals = lines[0].Max(piece => piece.Scale) * _fonts.Main.CapHeight;
        var first = _template.Y + _template.Anchor switch
        {
            VerticalAnchor.Top => capitals,
            VerticalAnchor.Bottom => -baselines[^1],
            _ => (capitals - baselines[^1]) / 2,
        };
        return MoveIntoZone(new PlacedGroup
        {
            Group = group,
            Lines = [.. lines.Select((line, row) => PlaceLine(line, first + baselines[row]))],
            CapitalsTop = first - capitals,
        });
    }

    /// <summary>
    /// The baselines below the first one: the capitals of a line and the gap above it have the size of that line and of the smaller
    /// neighbour; letters that reach far up or down, as in Thai or Arabic, push the lines apart.
    /// </summary>
    private IEnumerable<double> Baselines(List<Piece[]> lines)
    {
        var gap = _template.LinePitch - _fonts.Main.CapHeight;
        var baseline = 0.0;
        yield return baseline;
        foreach (var (upper, lower) in lines.Zip(lines.Skip(1)))
        {
            var (above, own) = (upper.Max(piece => piece.Scale), lower.Max(piece => piece.Scale));
            var pitch = (gap * Math.Min(above, own)) + (_fonts.Main.CapHeight * own);
            baseline += Math.Max(pitch, Depth(upper) + Clearance + Height(lower));
            yield return baseline;
        }
    }

    private IReadOnlyList<PlacedWord> PlaceLine(Piece[] line, double baseline)
    {
        var isRightToLeft = _rightToLeft.Contains(line[0].Word);
        var width = line.Sum(piece => piece.Width) + line.Skip(1).Sum(piece => _gaps[piece.Word]);
        var left = _template.X - _template.Align switch
        {
            TextAlign.Left => 0,
            TextAlign.Right => width,
            _ => width / 2,
        };
        var placed = new PlacedWord[line.Length][];
        var order = ReadingOrder.FromLeft([.. line.Select(piece => ReadingOrder.Unmark(_texts[piece.Word]))], isRightToLeft);
        foreach (var (index, gap) in order.Zip(GapsFromLeft(line, order)))
        {
            var piece = line[index];
            left += gap;
            placed[index] = PlaceWord(piece, left, baseline, isRightToLeft);
            left += piece.Width;
        }

        return [.. placed.SelectMany(word => word)];
    }

    /// <summary>
    /// What stands before each word of a line from left to right. Neighbours keep their own gap; words that only the reading order
    /// brings together get one that is left over, so that the line is exactly as wide as it was when it was broken.
    /// </summary>
    private IEnumerable<double> GapsFromLeft(Piece[] line, IReadOnlyList<int> order)
    {
        int[] own = [.. order.Zip(order.Skip(1), (before, after) => Math.Abs(before - after) == 1 ? Math.Max(before, after) : 0)];
        var leftOver = new Queue<int>(Enumerable.Range(1, line.Length - 1).Except(own));
        return [0, .. own.Select(after => _gaps[line[after > 0 ? after : leftOver.Dequeue()].Word])];
    }

    /// <summary>The parts of a word side by side; most words have one.</summary>
    private static PlacedWord[] PlaceWord(Piece piece, double left, double baseline, bool isRightToLeft)
    {
        var x = left + (piece.Scale * Slot.Overhang(piece.Text));
        var parts = piece.Text.Parts;
        return [.. (isRightToLeft ? parts.Reverse() : parts).Select(PlacePart)];

        PlacedWord PlacePart(MeasuredText part)
        {
            var width = piece.Scale * part.Advance;
            x += width;
            return new PlacedWord { Word = piece.Word, Text = part, X = x - (width / 2), Baseline = baseline, FontScale = piece.Scale };
        }
    }

    private PlacedGroup MoveIntoZone(PlacedGroup placed)
    {
        var ink = placed.Ink;
        var highest = _template.SafeZone.Top + _template.Margins.Top;
        var lowest = _template.SafeZone.Bottom - _template.Margins.Bottom;
        var down = Math.Max(0, highest - ink.Top) - Math.Max(0, ink.Bottom - lowest);
        return down == 0 ? placed : placed.Moved(down);
    }

    private static double Height(Piece[] line) => line.Max(piece => piece.Scale * -piece.Text.Ink.Top);

    private static double Depth(Piece[] line) => line.Max(piece => piece.Scale * piece.Text.Ink.Bottom);

    /// <summary>A word, or a part of one, and the factor by which it is made smaller.</summary>
    private sealed record Piece(int Word, MeasuredText Text, double Scale)
    {
        public double Width => Scale * Slot.Of(Text);
    }
}
