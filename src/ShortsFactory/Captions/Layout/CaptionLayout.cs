using System.Globalization;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Recognition;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Layout;

/// <summary>Places words in the picture, measured with the fonts that draw them, so that nothing leaves the safe zone.</summary>
internal sealed class CaptionLayout(CaptionTemplate template, FontStack fonts, IReadOnlyList<TimedWord> words)
{
    /// <summary>A word is made smaller down to this before it is cut into pieces.</summary>
    private const double SmallestScale = 0.6;

    /// <summary>The size of a word in pieces, while there is room for all of them.</summary>
    private const double PieceScale = 0.8;

    private readonly Piece[] _words = [.. words.Select((word, index) =>
        Fit(index, fonts.Measure(WordText.Show(word.Text, template)), word.Emphasis ? template.EmphasisScale : 1, template.LineWidth))];

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

        if (template.Stacks)
        {
            var line = lines.FindIndex(pieces => pieces is [var only] && only.Word == MostImportant(group.First, group.Count));
            lines[line] = [Fit(lines[line][0].Word, lines[line][0].Text, template.StackScale, template.LineWidth)];
        }

        return Place(group, lines);
    }

    private static Piece Fit(int word, MeasuredText text, double scale, double width) => new(word, text, Math.Min(scale, width / Slot(text)));

    private IReadOnlyList<int>? Break(int first, int count)
    {
        var pieces = _words[first..(first + count)];
        if (pieces.Any(piece => piece.Scale < SmallestScale))
        {
            return null;
        }

        double[] widths = [.. pieces.Select(piece => piece.Width)];
        return template.Stacks
            ? LineStacker.Break(widths, MostImportant(first, count) - first, template.WordGap, template.LineWidth, template.Lines)
            : LineBreaker.Break(widths, template.WordGap, template.LineWidth, template.Lines);
    }

    /// <summary>The first emphasised word of a group, else the first number, else the widest word.</summary>
    private int MostImportant(int first, int count) => Enumerable.Range(first, count)
        .OrderByDescending(index => words[index].Emphasis)
        .ThenByDescending(index => words[index].Text.Any(char.IsDigit))
        .ThenByDescending(index => _words[index].Width)
        .First();

    /// <summary>A word that is far too wide for a line: in pieces, one to a line, small enough for all of them.</summary>
    private List<Piece[]> CutToLines(int word)
    {
        var scale = PieceScale;
        var pieces = Cut(WordText.Show(words[word].Text, template), scale);
        while (pieces.Count * template.LinePitch * scale > template.SafeZone.Height - template.Margins.Top - template.Margins.Bottom)
        {
            scale *= 0.8;
            pieces = Cut(WordText.Show(words[word].Text, template), scale);
        }

        return [.. pieces.Select(text => new[] { new Piece(word, text, scale) })];
    }

    /// <summary>As few pieces as possible, and those about even: the width is widened from the fair share until they suffice.</summary>
    private List<MeasuredText> Cut(string text, double scale)
    {
        var limit = template.LineWidth / scale;
        var fewest = Fill(text, limit);
        for (var width = fonts.Measure(text).Advance / fewest.Count; width < limit; width *= 1.05)
        {
            if (Fill(text, width) is { } even && even.Count == fewest.Count)
            {
                return even;
            }
        }

        return fewest;
    }

    private List<MeasuredText> Fill(string text, double width)
    {
        List<MeasuredText> pieces = [];
        var piece = "";
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var longer = piece + elements.GetTextElement();
            if (piece.Length > 0 && Slot(fonts.Measure(longer)) > width)
            {
                pieces.Add(fonts.Measure(piece));
                longer = elements.GetTextElement();
            }

            piece = longer;
        }

        return [.. pieces, fonts.Measure(piece)];
    }

    private PlacedGroup Place(WordGroup group, List<Piece[]> lines)
    {
        double[] scales = [.. lines.Select(line => line.Max(piece => piece.Scale))];
        double[] baselines = [.. Baselines(scales)];
        var capitals = scales[0] * fonts.Main.CapHeight;
        var first = template.Y + template.Anchor switch
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

    /// <summary>The baselines below the first one: the capitals of a line and the gap above it have the size of that line and of the smaller neighbour.</summary>
    private IEnumerable<double> Baselines(double[] scales)
    {
        var gap = template.LinePitch - fonts.Main.CapHeight;
        var baseline = 0.0;
        yield return baseline;
        for (var row = 1; row < scales.Length; row++)
        {
            baseline += (gap * Math.Min(scales[row - 1], scales[row])) + (fonts.Main.CapHeight * scales[row]);
            yield return baseline;
        }
    }

    private IReadOnlyList<PlacedWord> PlaceLine(Piece[] line, double baseline)
    {
        var width = line.Sum(piece => piece.Width) + (template.WordGap * (line.Length - 1));
        var left = template.X - template.Align switch
        {
            TextAlign.Left => 0,
            TextAlign.Right => width,
            _ => width / 2,
        };
        var rightToLeft = line.Any(piece => IsRightToLeft(words[piece.Word].Text));
        var placed = new PlacedWord[line.Length];
        for (var position = 0; position < placed.Length; position++)
        {
            var index = rightToLeft ? placed.Length - 1 - position : position;
            var piece = line[index];
            placed[index] = new PlacedWord
            {
                Word = piece.Word,
                Text = piece.Text,
                X = left + (piece.Scale * (Overhang(piece.Text) + (piece.Text.Advance / 2))),
                Baseline = baseline,
                FontScale = piece.Scale,
            };
            left += piece.Width + template.WordGap;
        }

        return placed;
    }

    private PlacedGroup MoveIntoZone(PlacedGroup placed)
    {
        var ink = placed.Ink;
        var highest = template.SafeZone.Top + template.Margins.Top;
        var lowest = template.SafeZone.Bottom - template.Margins.Bottom;
        var down = Math.Max(0, highest - ink.Top) - Math.Max(0, ink.Bottom - lowest);
        return down == 0 ? placed : placed.Moved(down);
    }

    /// <summary>The width that keeps all ink of a word to itself.</summary>
    private static double Slot(MeasuredText text) => Overhang(text) + Math.Max(text.Advance, text.Ink.Right);

    /// <summary>How far ink begins before the text's start.</summary>
    private static double Overhang(MeasuredText text) => Math.Max(0, -text.Ink.Left);

    /// <summary>Hebrew, Arabic and their neighbours, U+0590 to U+08FF, and the presentation forms of both.</summary>
    private static bool IsRightToLeft(string text) => text.Any(letter => letter is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFEFC'));

    /// <summary>A word, or a part of one, and the factor by which it is made smaller.</summary>
    private sealed record Piece(int Word, MeasuredText Text, double Scale)
    {
        public double Width => Scale * Slot(Text);
    }
}
