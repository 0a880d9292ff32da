namespace ShortsFactory.Cli.Client;

/// <summary>Why a job failed.</summary>
internal sealed record RemoteFailure(string Kind, string Reason, string? Advice);
