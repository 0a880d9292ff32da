namespace ShortsFactory.Cli.Client;

/// <summary>A schedule as the server tells it.</summary>
internal sealed record RemoteSchedule
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public int Priority { get; init; }

    public required RemoteTimes When { get; init; }

    public required RemoteProduction Make { get; init; }

    public bool IsPaused { get; init; }

    public IReadOnlyList<DateTimeOffset> Next { get; init; } = [];

    public RemoteRun? LastRun { get; init; }

    public IReadOnlyList<RemoteRun> Runs { get; init; } = [];
}
