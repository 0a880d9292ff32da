namespace ShortsFactory.Cli.Client;

/// <summary>A file of a job.</summary>
internal sealed record RemoteFile(string Name, long Size, string Href);
