namespace ShortsFactory.Server.Schedules;

/// <summary>A schedule as its user wrote it: when something is made, and what.</summary>
internal sealed record ScheduleDefinition
{
    /// <summary>What it is called; no two have the same name.</summary>
    public required string Name { get; init; }

    /// <summary>When it runs.</summary>
    public required ScheduleTimes When { get; init; }

    /// <summary>What each run makes.</summary>
    public required Production Make { get; init; }

    /// <summary>The priority of its jobs, 0 to 9; 5 by default.</summary>
    public int Priority { get; init; } = 5;
}
