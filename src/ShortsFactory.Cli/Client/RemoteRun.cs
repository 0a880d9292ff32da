namespace ShortsFactory.Cli.Client;

/// <summary>A run of a schedule.</summary>
internal sealed record RemoteRun(DateTimeOffset Planned, DateTimeOffset Due, string? State, string? Item, string? JobId, string? Reason, string? Advice);
