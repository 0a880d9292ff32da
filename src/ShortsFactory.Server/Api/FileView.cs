namespace ShortsFactory.Server.Api;

/// <summary>A file of a job, and where it can be had.</summary>
internal sealed record FileView(string Name, long Size, string ContentType, string Href);
