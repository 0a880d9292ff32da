namespace ShortsFactory.Cli.Client;

/// <summary>Why a server refuses (RFC 9457).</summary>
internal sealed record RemoteProblem(string? Title, string? Detail, string? Advice, int? Line);
