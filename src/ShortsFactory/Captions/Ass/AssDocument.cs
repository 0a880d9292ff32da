using System.Globalization;
using System.Text;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Ass;

/// <summary>Writes the subtitle file that is burned in: Advanced SubStation Alpha (V4.00+) for libass.</summary>
internal static class AssDocument
{
    public static string Write(CaptionTemplate template, FontFace font, IEnumerable<AssEvent> events) =>
        Write([new AssLook("", template, font.Name, font.AssSize)], events);

    /// <param name="looks">The looks whose styles are written; the first one is that of the captions.</param>
    /// <param name="events">What is drawn.</param>
    public static string Write(IReadOnlyList<AssLook> looks, IEnumerable<AssEvent> events)
    {
        var format = looks[0].Template.Format;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            [Script Info]
            ScriptType: v4.00+
            PlayResX: {format.Width}
            PlayResY: {format.Height}
            ScaledBorderAndShadow: yes
            WrapStyle: 2
            Kerning: yes
            YCbCr Matrix: TV.709

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding

            """);
        foreach (var look in looks)
        {
            AppendStyles(text, look);
        }

        text.Append("""

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

            """);
        foreach (var line in events)
        {
            text.Append(CultureInfo.InvariantCulture, $"Dialogue: {line.Layer},{AssFormat.Time(line.Start)},{AssFormat.Time(line.End)},{line.Look}{line.Style},,0,0,0,,{line.Text}\n");
        }

        return text.ToString();
    }

    private static void AppendStyles(StringBuilder text, AssLook look)
    {
        var (template, colors) = (look.Template, look.Template.Colors);
        AppendStyle(AssStyle.Box, template.Box.Color, template.Box.Color, outline: 0, alignment: 7);
        AppendStyle(AssStyle.Mark, template.Highlight.Color, template.Highlight.Color, outline: 0, alignment: 5);
        AppendStyle(AssStyle.Glow, template.Glow.Text, template.Glow.Text, template.Glow.Spread, alignment: 5);
        AppendStyle(AssStyle.Shadow, template.Shadow.Color, template.Shadow.Color, template.Outline + template.Shadow.Spread, alignment: 5);
        AppendStyle(AssStyle.Text, colors.Text, colors.Outline, template.Outline, alignment: 5);
        AppendStyle(AssStyle.Active, colors.Active, colors.Outline, template.Outline, alignment: 5);
        AppendStyle(AssStyle.Spoken, colors.Spoken, colors.Outline, template.Outline, alignment: 5);

        // Encoding -1 lets libass find out by itself whether a word runs from right to left.
        void AppendStyle(AssStyle style, RgbaColor fill, RgbaColor border, double outline, int alignment) =>
            text.AppendJoin(
                ',',
                $"Style: {look.Name}{style}",
                look.FontName,
                AssFormat.Number(look.FontSize),
                AssFormat.StyleColor(fill),
                AssFormat.StyleColor(fill),
                AssFormat.StyleColor(border),
                AssFormat.StyleColor(RgbaColor.Transparent),
                "0,0,0,0,100,100,0,0,1",
                AssFormat.Number(outline),
                "0",
                alignment.ToString(CultureInfo.InvariantCulture),
                "0,0,0,-1").Append('\n');
    }
}
