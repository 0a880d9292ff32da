namespace ShortsFactory.Server.Schedules;

/// <summary>A run as the interface tells it.</summary>
internal sealed record RunView
{
    public required DateTimeOffset Planned { get; init; }

    public required DateTimeOffset Due { get; init; }

    public required RunState State { get; init; }

    public string? Item { get; init; }

    public string? JobId { get; init; }

    public string? Reason { get; init; }

    public string? Advice { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public static RunView Of(ScheduleRun run) => new()
    {
        Planned = run.Planned, Due = run.Due, State = run.State, Item = run.Item, JobId = run.JobId, Reason = run.Reason, Advice = run.Advice, ChangedAt = run.ChangedAt,
    };
}
