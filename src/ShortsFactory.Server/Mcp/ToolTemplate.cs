namespace ShortsFactory.Server.Mcp;

/// <summary>A caption template as tools tell it.</summary>
internal sealed record ToolTemplate(string Name, string Description);
