namespace ShortsFactory.Server.Mcp;

/// <summary>The caption templates.</summary>
/// <param name="Default">The one that is taken where a script names none.</param>
/// <param name="Templates">All of them.</param>
/// <param name="Backgrounds">The generated backgrounds, which need no footage.</param>
internal sealed record ToolTemplates(string Default, IReadOnlyList<ToolTemplate> Templates, IReadOnlyList<string> Backgrounds);
