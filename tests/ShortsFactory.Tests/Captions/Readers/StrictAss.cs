using System.Globalization;
using System.Text;

namespace ShortsFactory.Tests.Captions.Readers;

/// <summary>Reads ASS as libass does, and forgives nothing: sections in order, the fields that their Format line names, known styles.</summary>
internal static class StrictAss
{
    private const char WordJoiner = '\u2060';

    public static IReadOnlyList<(string Style, string Name, TimeSpan Start, TimeSpan End, string Shown)> Read(string document)
    {
        var text = new StrictText(document);
        text.Expect("[Script Info]");
        Assert.All(text.Block(), line => Assert.Matches("^[A-Za-z][A-Za-z ]*: [^ ].*$", line));
        text.Expect("[V4+ Styles]");
        var styles = text.Block();
        var fields = Fields(styles[0]).Length;
        var names = styles.Skip(1).Select(style =>
        {
            Assert.StartsWith("Style: ", style, StringComparison.Ordinal);
            Assert.Equal(fields, style.Split(',').Length);
            return style["Style: ".Length..style.IndexOf(',', StringComparison.Ordinal)];
        }).ToHashSet(StringComparer.Ordinal);
        text.Expect("[Events]");
        Assert.Equal(["Layer", "Start", "End", "Style", "Name", "MarginL", "MarginR", "MarginV", "Effect", "Text"], Fields(text.Line()));
        List<(string, string, TimeSpan, TimeSpan, string)> events = [];
        while (!text.IsAtEnd)
        {
            var line = text.Line();
            Assert.StartsWith("Dialogue: ", line, StringComparison.Ordinal);
            var values = line["Dialogue: ".Length..].Split(',', 10);
            Assert.Contains(values[3], names);
            Assert.Equal(["0", "0", "0", ""], values[5..9]);
            var (start, end) = (Time(values[1]), Time(values[2]));
            Assert.True(start < end);
            events.Add((values[3], values[4], start, end, Shown(values[9])));
        }

        return events;
    }

    /// <summary>What libass shows of an event's text: override blocks gone, escapes resolved; a line break stays visible as one.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            var next = index + 1 < text.Length ? text[index + 1] : '\0';
            if (text[index] == '\\' && next is ('{' or '}'))
            {
                shown.Append(next);
                index++;
            }
            else if (text[index] == '\\' && next is ('N' or 'n' or 'h'))
            {
                shown.Append('\n');
                index++;
            }
            else if (text[index] == '{' && text.IndexOf('}', index) is > 0 and var end)
            {
                index = end;
            }
            else if (text[index] != WordJoiner)
            {
                shown.Append(text[index]);
            }
        }

        return shown.ToString();
    }

    private static string[] Fields(string format)
    {
        Assert.StartsWith("Format: ", format, StringComparison.Ordinal);
        return format["Format: ".Length..].Split(", ");
    }

    private static TimeSpan Time(string text) => TimeSpan.ParseExact(text, @"h\:mm\:ss\.ff", CultureInfo.InvariantCulture);
}
