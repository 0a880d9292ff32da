namespace ShortsFactory.Server.Jobs;

/// <summary>The record of a job: what is asked for, and what has become of it. Immutable; each change in the database raises its revision.</summary>
internal sealed record Job
{
    /// <summary>Unique, and in the order in which jobs came in.</summary>
    public required string Id { get; init; }

    /// <summary>What its files are called, without extension.</summary>
    public required string Name { get; init; }

    /// <summary>The script's title.</summary>
    public required string Title { get; init; }

    public JobState State { get; init; }

    /// <summary>The stage that is being done, while it is running.</summary>
    public string? Stage { get; init; }

    /// <summary>How much is done, 0 to 100.</summary>
    public int Percent { get; init; }

    /// <summary>About how long it takes yet, in seconds.</summary>
    public int? SecondsLeft { get; init; }

    /// <summary>0 to 9; higher ones are begun first.</summary>
    public int Priority { get; init; }

    /// <summary>How often it was begun; the number of the attempt whose results count.</summary>
    public int Attempt { get; init; }

    /// <summary>How many attempts ended without a word: their worker died.</summary>
    public int Losses { get; init; }

    /// <summary>How many such attempts there may be.</summary>
    public int MaxAttempts { get; init; }

    /// <summary>Who makes it, or made it.</summary>
    public string? Worker { get; init; }

    public OriginKind OriginKind { get; init; }

    /// <summary>Of what is that kind: the name of a schedule, a file.</summary>
    public string? OriginName { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public FailureKind? FailureKind { get; init; }

    public string? Reason { get; init; }

    public string? Advice { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The length of the video, in seconds.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>Where to tell of its end, besides the configured addresses.</summary>
    public string? Webhook { get; init; }

    /// <summary>Raised by each change.</summary>
    public long Revision { get; init; }

    /// <summary>Whether nothing more becomes of it by itself.</summary>
    public bool HasEnded => State is JobState.Done or JobState.Failed or JobState.Cancelled;
}
