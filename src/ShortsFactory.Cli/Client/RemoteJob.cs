namespace ShortsFactory.Cli.Client;

/// <summary>A job as the server tells it.</summary>
internal sealed record RemoteJob
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string State { get; init; }

    public string? Stage { get; init; }

    public int Percent { get; init; }

    public int? SecondsLeft { get; init; }

    public int Priority { get; init; }

    public string? Worker { get; init; }

    public RemoteOrigin? Origin { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public RemoteFailure? Failure { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public double? DurationSeconds { get; init; }

    public IReadOnlyList<RemoteFile> Files { get; init; } = [];

    /// <summary>How far it is, in a few words.</summary>
    public string Progress => State is "running" ? $"{Stage ?? State} {Percent} %" : State;

    public bool HasEnded => State is "done" or "failed" or "cancelled";
}
