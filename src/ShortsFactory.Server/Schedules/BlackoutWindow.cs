namespace ShortsFactory.Server.Schedules;

/// <summary>
/// A time in which nothing is started, by the clocks of the schedule's zone: on dates, on weekdays, at hours, or what they have in common.
/// Its text is read by <see cref="BlackoutText"/>.
/// </summary>
internal sealed record BlackoutWindow
{
    /// <summary>The first date; <see langword="null"/> for no first one.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last date, which belongs to it; <see langword="null"/> for no last one.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The weekdays on which it begins; empty for all.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

    /// <summary>When it begins, from midnight; 0 by default.</summary>
    public TimeSpan Begins { get; init; }

    /// <summary>When it ends, from the same midnight: more than 24 hours reach into the next day; 24 hours by default.</summary>
    public TimeSpan Ends { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Whether it begins on a date.</summary>
    public bool BeginsOn(DateOnly date) => date >= (From ?? date) && date <= (To ?? date) && (Days.Count == 0 || Days.Contains(date.DayOfWeek));
}
