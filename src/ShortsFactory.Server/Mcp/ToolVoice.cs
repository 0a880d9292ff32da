namespace ShortsFactory.Server.Mcp;

/// <summary>A voice as tools tell it.</summary>
internal sealed record ToolVoice(string Id, string Language, string Description);
