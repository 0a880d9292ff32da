using System.Globalization;
using System.Text.RegularExpressions;

namespace ShortsFactory;

/// <summary>Reads lengths and moments as people write them: <c>500ms</c>, <c>3s</c>, <c>12.5</c> (seconds), <c>1:20</c>, <c>1:02:03.5</c>.</summary>
internal static partial class TimeText
{
    /// <summary>The time, or <see langword="null"/> if the text is none.</summary>
    public static TimeSpan? TryParse(string text)
    {
        if (Pattern().Match(text.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var number = Number("number");
        return match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "min" => TimeSpan.FromMinutes(number),
            _ => TimeSpan.FromSeconds((Number("hours") * 3_600) + (Number("minutes") * 60) + number),
        };

        double Number(string group) => match.Groups[group] is { Success: true } found ? double.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(
        @"^((?<hours>[0-9]{1,2}):(?=[0-9]{1,2}:))?((?<minutes>[0-9]{1,3}):)?(?<number>[0-9]{1,6}(\.[0-9]{1,6})?) ?(?<unit>ms|s|min)?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pattern();
}
