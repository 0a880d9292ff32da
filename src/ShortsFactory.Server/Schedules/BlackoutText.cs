using System.Globalization;
using System.Text.RegularExpressions;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Server.Schedules;

/// <summary>Reads blackout windows: <c>2026-12-24..2027-01-01</c>, <c>sat,sun</c>, <c>22:00-06:30</c>, or several of these, as <c>mon-fri 9:00-17:00</c>.</summary>
internal static partial class BlackoutText
{
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <exception cref="InvalidInputException">The text is no window.</exception>
    public static BlackoutWindow Parse(string text)
    {
        var parts = text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        var dates = parts.Select(part => Dates().Match(part)).Where(match => match.Success).ToArray();
        var days = parts.Select(part => Weekdays().Match(part)).Where(match => match.Success).ToArray();
        var hours = parts.Select(part => Hours().Match(part)).Where(match => match.Success).ToArray();
        if (parts.Length == 0 || dates.Length > 1 || days.Length > 1 || hours.Length > 1 || dates.Length + days.Length + hours.Length < parts.Length)
        {
            throw Refused(text, "it is no window of time");
        }

        var window = new BlackoutWindow { Days = days.Length > 0 ? DaysIn(days[0].Value) : [] };
        window = dates.Length > 0 ? OnDates(window, dates[0], text) : window;
        return hours.Length > 0 ? AtHours(window, hours[0], text) : window;
    }

    private static BlackoutWindow OnDates(BlackoutWindow window, Match match, string text)
    {
        var from = Date(match.Groups["from"]);
        var to = match.Groups["to"].Success ? Date(match.Groups["to"]) : from;
        return to >= from ? window with { From = from, To = to } : throw Refused(text, "it ends before it begins");

        DateOnly Date(Group group) => DateOnly.TryParseExact(group.ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Refused(text, $"'{group.Value}' is no date");
    }

    /// <summary>Hours that end before they begin reach into the next day; 24:00 is the day's end.</summary>
    private static BlackoutWindow AtHours(BlackoutWindow window, Match match, string text)
    {
        var day = TimeSpan.FromDays(1);
        var (begins, ends) = (Time(match.Groups["begins"]), Time(match.Groups["ends"]));
        return begins == ends || begins >= day || ends > day
            ? throw Refused(text, "its hours are none of a day")
            : window with { Begins = begins, Ends = ends > begins ? ends : ends + day };

        static TimeSpan Time(Group group)
        {
            var parts = group.Value.Split(':');
            return new TimeSpan(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), 0);
        }
    }

    private static DayOfWeek[] DaysIn(string text) =>
        [.. text.ToLowerInvariant().Split(',').SelectMany(part => Range(part.Split('-'))).Distinct().Order()];

    /// <summary>From one day to another, over the weekend where the second comes first.</summary>
    private static IEnumerable<DayOfWeek> Range(string[] ends)
    {
        var first = Array.IndexOf(Days, ends[0]);
        var more = (Array.IndexOf(Days, ends[^1]) - first + Days.Length) % Days.Length;
        return Enumerable.Range(first, more + 1).Select(day => (DayOfWeek)(day % Days.Length));
    }

    private static InvalidInputException Refused(string text, string reason) => new($"'{text}' cannot be a blackout: {reason}.")
    {
        Setting = "blackouts",
        Advice = "Write dates, weekdays or hours, or several of them: '2026-12-24..2027-01-01', 'sat,sun', '22:00-06:30', 'mon-fri 9:00-17:00'.",
    };

    [GeneratedRegex(@"^(?<from>\d{4}-\d\d-\d\d)(\.\.(?<to>\d{4}-\d\d-\d\d))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Dates();

    [GeneratedRegex(@"^(sun|mon|tue|wed|thu|fri|sat)(-(sun|mon|tue|wed|thu|fri|sat))?(,(sun|mon|tue|wed|thu|fri|sat)(-(sun|mon|tue|wed|thu|fri|sat))?)*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Weekdays();

    [GeneratedRegex(@"^(?<begins>\d\d?:[0-5]\d)-(?<ends>\d\d?:[0-5]\d)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Hours();
}
