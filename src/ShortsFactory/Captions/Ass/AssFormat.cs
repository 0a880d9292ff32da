using System.Globalization;
using System.Text;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Ass;

/// <summary>Writes values as ASS wants them.</summary>
internal static class AssFormat
{
    /// <summary>A word joiner: no glyph, no width. Behind a backslash it keeps libass from reading an escape.</summary>
    private const char WordJoiner = '\u2060';

    /// <summary>Hours, minutes, seconds and hundredths.</summary>
    public static string Time(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}.{time.Milliseconds / 10:00}");

    /// <summary>A number with at most one decimal.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    public static string Milliseconds(TimeSpan time) => Number(time.TotalMilliseconds);

    /// <summary>A colour for a style: transparency first, then blue, green and red.</summary>
    public static string StyleColor(RgbaColor color) => $"&H{byte.MaxValue - color.Alpha:X2}{Bgr(color)}";

    /// <summary>Override tags that set colour and transparency of the letters.</summary>
    public static string FillTags(RgbaColor color) => $@"\1c&H{Bgr(color)}&\1a&H{byte.MaxValue - color.Alpha:X2}&";

    /// <summary>Override tags that set colour and transparency of the letters that a karaoke sweep has not reached.</summary>
    public static string SecondaryTags(RgbaColor color) => $@"\2c&H{Bgr(color)}&\2a&H{byte.MaxValue - color.Alpha:X2}&";

    /// <summary>Override tags that set colour and transparency of the outline.</summary>
    public static string BorderTags(RgbaColor color) => $@"\3c&H{Bgr(color)}&\3a&H{byte.MaxValue - color.Alpha:X2}&";

    /// <summary>Override tags that set the transparency of letters and outline alone.</summary>
    public static string AlphaTags(RgbaColor fill, RgbaColor border) =>
        $@"\1a&H{byte.MaxValue - fill.Alpha:X2}&\3a&H{byte.MaxValue - border.Alpha:X2}&";

    /// <summary>A measured text in its fonts; runs that are not in the main font at the template's size name theirs.</summary>
    public static string Text(MeasuredText text, FontFace main, double fontScale)
    {
        var result = new StringBuilder();
        var current = (Face: main, Scale: 1.0);
        foreach (var run in text.Runs)
        {
            if (current != (run.Face, fontScale))
            {
                current = (run.Face, fontScale);
                result.Append(CultureInfo.InvariantCulture, $@"{{\fn{run.Face.Name}\fs{Number(fontScale * run.Face.AssSize)}}}");
            }

            result.Append(Escape(run.Text));
        }

        return result.ToString();
    }

    /// <summary>The same of a text that is typed: its letters are invisible, and become visible one after the other.</summary>
    /// <param name="text">The text.</param>
    /// <param name="main">The main font.</param>
    /// <param name="fontScale">Factor on the template's size.</param>
    /// <param name="duration">How long it takes from the first letter to the last.</param>
    /// <param name="shown">Override tags that make a letter visible.</param>
    public static string TypedText(MeasuredText text, FontFace main, double fontScale, TimeSpan duration, string shown)
    {
        var letters = text.Runs.SelectMany(run => Elements(run.Text).Select(letter => run with { Text = letter })).ToArray();
        var typed = new StringBuilder();
        foreach (var (index, letter) in letters.Index())
        {
            var time = Math.Round(duration.TotalMilliseconds * index / letters.Length);
            var appear = index == 0 ? shown : string.Create(CultureInfo.InvariantCulture, $@"\alpha&HFF&\t({time},{time + 1},{shown})");
            typed.Append(CultureInfo.InvariantCulture, $@"{{{appear}}}").Append(Text(new MeasuredText { Runs = [letter], Advance = 0, Ink = default }, main, fontScale));
        }

        return typed.ToString();
    }

    /// <summary>Makes text that libass shows as it is, whatever it holds: no override block, no escape, no second line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\\' => escaped.Append('\\').Append(WordJoiner),
                '{' or '}' => escaped.Append('\\').Append(letter),
                _ when char.IsControl(letter) || char.IsWhiteSpace(letter) => escaped.Append(' '),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }

    private static string Bgr(RgbaColor color) => $"{color.Blue:X2}{color.Green:X2}{color.Red:X2}";
}
