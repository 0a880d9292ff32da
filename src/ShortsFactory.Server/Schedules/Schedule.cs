namespace ShortsFactory.Server.Schedules;

/// <summary>A schedule as it is kept.</summary>
internal sealed record Schedule
{
    public required string Id { get; init; }

    public required ScheduleDefinition Definition { get; init; }

    public bool IsPaused { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>All runs that were due up to here were dealt with.</summary>
    public DateTimeOffset SettledUntil { get; init; }

    /// <summary>When it runs.</summary>
    public Timetable Timetable => new(Id, Definition.When);
}
