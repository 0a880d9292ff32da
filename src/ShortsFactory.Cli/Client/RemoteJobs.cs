namespace ShortsFactory.Cli.Client;

/// <summary>A page of jobs.</summary>
internal sealed record RemoteJobs(IReadOnlyList<RemoteJob> Items, string? Next, IReadOnlyDictionary<string, int> Counts);
