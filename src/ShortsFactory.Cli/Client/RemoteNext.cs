namespace ShortsFactory.Cli.Client;

/// <summary>The next runs of a schedule.</summary>
internal sealed record RemoteNext(string TimeZone, IReadOnlyList<RemoteRun> Runs);
