using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ShortsFactory.Compositing.Chunks;

/// <summary>Cuts what is drawn in a span out of an ASS document, on a clock that begins with the span.</summary>
internal static partial class CaptionCut
{
    /// <summary>What the clock shows when the span begins: late enough for events that began long before, as no time may be negative.</summary>
    public static TimeSpan ClockStart { get; } = TimeSpan.FromDays(1);

    /// <summary>The document with the events alone that are seen between two times, which are in whole hundredths of a second.</summary>
    public static string Of(string document, TimeSpan start, TimeSpan end)
    {
        var text = new StringBuilder();
        foreach (var line in document.AsSpan().EnumerateLines())
        {
            var match = Event().Match(line.ToString());
            if (!match.Success)
            {
                text.Append(line).Append('\n');
            }
            else if (Parse(match.Groups["start"]) is var from && Parse(match.Groups["end"]) is var to && from < end && to > start)
            {
                text.Append(match.Groups["layer"].ValueSpan).Append(Format(from - start)).Append(',').Append(Format(to - start)).Append(match.Groups["rest"].ValueSpan).Append('\n');
            }
        }

        return text.ToString();
    }

    private static TimeSpan Parse(Group time)
    {
        var parts = time.Value.Split(':');
        return TimeSpan.FromHours(int.Parse(parts[0], CultureInfo.InvariantCulture))
            + TimeSpan.FromMinutes(int.Parse(parts[1], CultureInfo.InvariantCulture))
            + TimeSpan.FromMilliseconds((double)decimal.Parse(parts[2], CultureInfo.InvariantCulture) * 1000);
    }

    private static string Format(TimeSpan sinceStart)
    {
        var time = ClockStart + sinceStart;
        return string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss\\.ff}");
    }

    [GeneratedRegex(
        @"^(?<layer>Dialogue: *\d+,)(?<start>\d+:\d\d:\d\d\.\d\d),(?<end>\d+:\d\d:\d\d\.\d\d)(?<rest>,.*)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Event();
}
