using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Api;

/// <summary>Which way a job came in.</summary>
internal sealed record OriginView(OriginKind Kind, string? Name);
