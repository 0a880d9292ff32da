using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Schedules;

/// <summary>The record of a run.</summary>
internal sealed record ScheduleRun
{
    public required string ScheduleId { get; init; }

    /// <summary>When it was planned, which names it among the runs of its schedule; when it was asked for, if somebody did.</summary>
    public required DateTimeOffset Planned { get; init; }

    /// <summary>When it was due.</summary>
    public required DateTimeOffset Due { get; init; }

    public required RunState State { get; init; }

    /// <summary>The file or row that it makes, for people.</summary>
    public string? Item { get; init; }

    /// <summary>What is taken by it, and by no other run of the schedule; <see langword="null"/> for a script that is made each time.</summary>
    public string? ItemKey { get; init; }

    /// <summary>What is handed in, until it is: after a crash the same is handed in again.</summary>
    public JobSubmission? Submission { get; init; }

    public string? JobId { get; init; }

    /// <summary>Why it came to nothing, or what was passed over.</summary>
    public string? Reason { get; init; }

    public string? Advice { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The key that makes a job of it once, however often it is handed in.</summary>
    public string IdempotencyKey => $"schedule:{ScheduleId}:{Planned.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}";
}
