namespace ShortsFactory.Cli.Client;

/// <summary>When a schedule runs.</summary>
internal sealed record RemoteTimes
{
    public required string Cron { get; init; }

    public string TimeZone { get; init; } = "UTC";

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public IReadOnlyList<string> Blackouts { get; init; } = [];

    public string Blackout { get; init; } = "skip";

    public double JitterSeconds { get; init; }

    public string Missed { get; init; } = "skip";
}
