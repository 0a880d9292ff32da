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

    private static string Bgr(RgbaColor color) => $"{color.Blue:X2}{color.Green:X2}{color.Red:X2}";
}
