using System.Globalization;
using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says dates: "Nov. 5, 2024", "5 November", "2024-11-05", "11/5/2024", "11/5/24", "31.12.2024".</summary>
internal static partial class DateRule
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (Numeric().Match(here.Core) is { Success: true } numeric)
        {
            return SayNumeric(numeric, here);
        }

        return MonthOf(here[0].Core) is { } month ? SayMonthFirst(here, month) : SayDayFirst(here);
    }

    /// <summary>With slashes, the language says which comes first, month or day, unless only one can be the month.</summary>
    private static string[]? SayNumeric(Match date, WordsAt here)
    {
        var (month, day) = (Number(date, "month"), Number(date, "day"));
        if (date.Groups["first"].Success)
        {
            var (first, second) = (Number(date, "first"), Number(date, "second"));
            (month, day) = (here.IsDayFirst && second <= 12) || first > 12 ? (second, first) : (first, second);
        }

        if (month is < 1 or > 12 || day is < 1 or > 31)
        {
            return null;
        }

        var year = date.Groups["year"].Value is [_, _] digits ? (digits[0] < '4' ? "20" : "19") + digits : date.Groups["year"].Value;
        var said = DayOf(month, day, here.IsDayFirst);
        return [$"{(here.IsDayFirst && here[-1].Core is "the" or "The" ? said["the ".Length..] : said)} {NumberWords.Year(year)}"];
    }

    /// <summary>"12/25" as "December twenty fifth", or <see langword="null"/> if it is no day.</summary>
    public static string? DayOfYear(string first, string second, bool isDayFirst)
    {
        var (left, right) = (int.Parse(first, CultureInfo.InvariantCulture), int.Parse(second, CultureInfo.InvariantCulture));
        var (month, day) = (isDayFirst && right <= 12) || left > 12 ? (right, left) : (left, right);
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 ? DayOf(month, day, isDayFirst) : null;
    }

    private static string DayOf(int month, int day, bool isDayFirst)
    {
        var (name, ordinal) = (Months[month - 1], NumberWords.Ordinal(day.ToString(CultureInfo.InvariantCulture)));
        return isDayFirst ? $"the {ordinal} of {name}" : $"{name} {ordinal}";
    }

    private static int Number(Match date, string group) => date.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

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
        if (DayNumber().Match(here.Core) is not { Success: true } number || !IsDay(number.Groups["day"].Value) || MonthOf(here.Next.Core) is not { } month)
        {
            return null;
        }

        var day = (here[-1].Core is "the" or "The" ? "" : "the ") + NumberWords.Ordinal(number.Groups["day"].Value) + " of";
        return here[1].Marks is "" or "." or "," && Year().IsMatch(here[2].Core) ? [day, month, NumberWords.Year(here[2].Core)] : [day, month];
    }

    /// <summary>The month that a word names or abbreviates, or <see langword="null"/>.</summary>
    public static string? MonthOf(string word) =>
        Array.Find(Months, month => string.Equals(month, word, StringComparison.Ordinal))
        ?? (Abbreviations.Find(word)?.Spoken is { } spoken && Months.Contains(spoken, StringComparer.Ordinal) ? spoken : null);

    private static bool IsDay(string digits) => digits.Length is 1 or 2 && int.Parse(digits, CultureInfo.InvariantCulture) is >= 1 and <= 31;

    [GeneratedRegex(@"^(?:(?<year>[12][0-9]{3})([-/])(?<month>[0-9]{2})\1(?<day>[0-9]{2})|(?<first>[0-9]{1,2})/(?<second>[0-9]{1,2})/(?<year>[12][0-9]{3}|[0-9]{2})|(?<day>[0-9]{1,2})\.(?<month>[0-9]{1,2})\.(?<year>[12][0-9]{3}))$")]
    private static partial Regex Numeric();

    [GeneratedRegex("^(?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:-(?<to>[1-9][0-9]?))?$")]
    private static partial Regex Day();

    [GeneratedRegex("^(?<day>[1-9][0-9]?)(?:st|nd|rd|th)?$")]
    private static partial Regex DayNumber();

    [GeneratedRegex("^[12][0-9]{3}$")]
    private static partial Regex Year();
}
