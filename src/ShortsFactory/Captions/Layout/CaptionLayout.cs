using System.Globalization;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Layout;

/// <summary>Places words in the picture, measured with the fonts that draw them, so that nothing leaves the safe zone.</summary>
internal sealed class CaptionLayout(CaptionTemplate template, FontStack fonts, IReadOnlyList<string> texts)
{
    /// <summary>A word is made smaller down to this before it is cut into pieces.</summary>
    private const double SmallestScale = 0.6;

    /// <summary>The size of a word in pieces, while there is room for all of them.</summary>
    private const double PieceScale = 0.8;

    private readonly Piece[] _words = [.. texts.Select((text, index) => Fit(index, fonts.Measure(text), template.LineWidth))];

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

        return Place(group, lines);
    }

    private static Piece Fit(int word, MeasuredText text, double width) => new(word, text, Math.Min(1, width / Slot(text)));

    private IReadOnlyList<int>? Break(int first, int count)
    {
        var words = _words[first..(first + count)];
        return words.Any(word => word.Scale < SmallestScale)
            ? null
            : LineBreaker.Break([.. words.Select(word => word.Width)], template.WordGap, template.LineWidth, template.Lines);
    }

    /// <summary>A word that is far too wide for a line: in pieces, one to a line, small enough for all of them.</summary>
    private List<Piece[]> CutToLines(int word)
    {
        var scale = PieceScale;
        var pieces = Cut(texts[word], scale);
        while (pieces.Count * template.LinePitch * scale > template.SafeZone.Height - template.Margins.Top - template.Margins.Bottom)
        {
            scale *= 0.8;
            pieces = Cut(texts[word], scale);
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
        var scale = lines.Max(line => line.Max(piece => piece.Scale));
        var pitch = scale * template.LinePitch;
        var capitals = scale * fonts.Main.CapHeight;
        var baseline = template.Y + ((capitals - ((lines.Count - 1) * pitch)) / 2);
        return MoveIntoZone(new PlacedGroup
        {
            Group = group,
            Lines = [.. lines.Select((line, row) => PlaceLine(line, baseline + (row * pitch)))],
            CapitalsTop = baseline - capitals,
        });
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
        var rightToLeft = line.Any(piece => IsRightToLeft(texts[piece.Word]));
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
