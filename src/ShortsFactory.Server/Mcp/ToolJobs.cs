namespace ShortsFactory.Server.Mcp;

/// <summary>Jobs, as a tool's result has to be one object.</summary>
internal sealed record ToolJobs(IReadOnlyList<ToolJob> Jobs);
