namespace ShortsFactory.Server.Mcp;

/// <summary>The voices.</summary>
/// <param name="Default">The one that speaks where a script names none.</param>
/// <param name="Voices">Those that are asked for.</param>
internal sealed record ToolVoices(string Default, IReadOnlyList<ToolVoice> Voices);
