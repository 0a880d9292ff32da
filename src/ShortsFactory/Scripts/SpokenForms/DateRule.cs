using System.Globalization;
using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says dates: "Nov. 5, 2024", "5 November", "2024-11-05", "11/5/2024".</summary>
internal static partial class DateRule
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (Numeric().Match(here.Core) is { Success: true } numeric)
        {
            return SayNumeric(numeric);
        }

        return MonthOf(here[0]) is { } month ? SayMonthFirst(here, month) : SayDayFirst(here);
    }

    private static string[]? SayNumeric(Match date)
    {
        var month = int.Parse(date.Groups["month"].Value, CultureInfo.InvariantCulture);
        var day = date.Groups["day"].Value.TrimStart('0');
        return month is >= 1 and <= 12 && IsDay(day)
            ? [$"{Months[month - 1]} {NumberWords.Ordinal(day)} {NumberWords.Year(date.Groups["year"].Value)}"]
            : null;
    }

    private static string[]? SayMonthFirst(WordsAt here, string month)
    {
        var next = here[0].Marks is "" or "." ? here[1] : SourceWord.None;
        if (Year().IsMatch(next.Core))
        {
            return [month, NumberWords.Year(next.Core)];
        }

        if (Day().Match(next.Core) is not { Success: true } day || !IsDay(day.Groups["day"].Value))
        {
            return null;
        }

        var to = day.Groups["to"] is { Success: true, Value: var last } ? " to " + NumberWords.Ordinal(last) : "";
        var ordinal = NumberWords.Ordinal(day.Groups["day"].Value) + to;
        return next.Marks is "" or "," && Year().IsMatch(here[2].Core)
            ? [month, ordinal, NumberWords.Year(here[2].Core)]
            : [month, ordinal];
    }

    private static string[]? SayDayFirst(WordsAt here)
    {
        if (!DayNumber().IsMatch(here.Core) || !IsDay(here.Core) || MonthOf(here.Next) is not { } month)
        {
            return null;
        }

        var day = (here[-1].Core is "the" or "The" ? "" : "the ") + NumberWords.Ordinal(here.Core) + " of";
        return here[1].Marks is "" or "." or "," && Year().IsMatch(here[2].Core) ? [day, month, NumberWords.Year(here[2].Core)] : [day, month];
    }

    private static string? MonthOf(SourceWord word) =>
        Array.Find(Months, month => string.Equals(month, word.Core, StringComparison.Ordinal))
        ?? (Abbreviations.Find(word.Core)?.Spoken is { } spoken && Months.Contains(spoken, StringComparer.Ordinal) ? spoken : null);

    private static bool IsDay(string digits) => digits.Length is 1 or 2 && int.Parse(digits, CultureInfo.InvariantCulture) is >= 1 and <= 31;

    [GeneratedRegex("^(?:(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})|(?<month>[0-9]{1,2})/(?<day>[0-9]{1,2})/(?<year>[0-9]{4}))$")]
    private static partial Regex Numeric();

    [GeneratedRegex("^(?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:-(?<to>[1-9][0-9]?))?$")]
    private static partial Regex Day();

    [GeneratedRegex("^[1-9][0-9]?$")]
    private static partial Regex DayNumber();

    [GeneratedRegex("^[12][0-9]{3}$")]
    private static partial Regex Year();
}
