using System.Globalization;
using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says times of day: 7:30, 10:05am, 5 p.m., 18:00.</summary>
internal static partial class TimeRule
{
    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (Clock().Match(here.Core) is { Success: true } clock)
        {
            return SayClock(clock, here);
        }

        if (Hour().Match(here.Core) is not { Success: true } hour)
        {
            return null;
        }

        var words = NumberWords.Cardinal(hour.Groups["hour"].Value)
            + (hour.Groups["to"] is { Success: true, Value: var to } ? " to " + NumberWords.Cardinal(to) : "");
        if (hour.Groups["half"] is { Success: true, Value: var half })
        {
            return [$"{words} {NumberWords.Letters(half)}"];
        }

        return HalfOfDay(here.Next) is { } next ? [words, next] : null;
    }

    private static string[]? SayClock(Match clock, WordsAt here)
    {
        var hour = int.Parse(clock.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = clock.Groups["minute"].Value;
        if (hour > 24 || minute[0] > '5')
        {
            return null;
        }

        var half = clock.Groups["half"] is { Success: true, Value: var letters } ? NumberWords.Letters(letters) : null;
        var next = half is null ? HalfOfDay(here.Next) : null;
        var minutes = (minute, half ?? next) switch
        {
            ("00", not null) => "",
            ("00", null) => hour > 12 ? "hundred" : hour == 0 ? "midnight" : "o'clock",
            (['0', var digit], _) => "oh " + NumberWords.Cardinal(digit.ToString()),
            _ => NumberWords.Cardinal(minute),
        };
        // "00:30" is half past midnight; "0:30" stands for half a minute too.
        var hours = (hour, minute) switch
        {
            (0, "00") when half is null && next is null => "",
            (0, _) when clock.Groups["hour"].Length == 2 => "twelve",
            _ => NumberWords.Cardinal(clock.Groups["hour"].Value.TrimStart('0') is { Length: > 0 } digits ? digits : "0"),
        };
        var words = $"{hours} {minutes} {half}";
        return next is null ? [words] : [words, next];
    }

    private static string? HalfOfDay(SourceWord word) =>
        Half().IsMatch(word.Core) && (word.HasFullStop || !word.Core.Contains('.', StringComparison.Ordinal)) ? NumberWords.Letters(word.Core) : null;

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?<half>[ap]\.?m)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<hour>1[0-2]|[1-9])(?:-(?<to>1[0-2]|[1-9]))?(?<half>[ap]\.?m)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Hour();

    [GeneratedRegex(@"^[ap]\.?m$", RegexOptions.IgnoreCase)]
    private static partial Regex Half();
}
