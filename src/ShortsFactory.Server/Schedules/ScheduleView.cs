namespace ShortsFactory.Server.Schedules;

/// <summary>A schedule as the interface tells it.</summary>
internal sealed record ScheduleView
{
    private const int NextShown = 3;

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required int Priority { get; init; }

    public required ScheduleTimes When { get; init; }

    public required Production Make { get; init; }

    public required bool IsPaused { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it runs next; nothing while it is paused, or when it is over.</summary>
    public required IReadOnlyList<DateTimeOffset> Next { get; init; }

    public RunView? LastRun { get; init; }

    /// <summary>The last runs, newest first, where one schedule is asked for.</summary>
    public IReadOnlyList<RunView>? Runs { get; init; }

    public static ScheduleView Of(Schedule schedule, IReadOnlyList<ScheduleRun> runs, DateTimeOffset now, bool withRuns) => new()
    {
        Id = schedule.Id,
        Name = schedule.Definition.Name,
        Priority = schedule.Definition.Priority,
        When = schedule.Definition.When,
        Make = schedule.Definition.Make,
        IsPaused = schedule.IsPaused,
        CreatedAt = schedule.CreatedAt,
        Next = schedule.IsPaused ? [] : [.. schedule.Timetable.DueAfter(now).Take(NextShown).Select(run => run.Due)],
        LastRun = runs.Count > 0 ? RunView.Of(runs[0]) : null,
        Runs = withRuns ? [.. runs.Select(RunView.Of)] : null,
    };
}
