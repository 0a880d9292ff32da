namespace ShortsFactory.Scripts.Formats;

/// <summary>What a scene's Markdown holds.</summary>
/// <param name="Title">The first heading, if there is one.</param>
/// <param name="Blocks">The text in order.</param>
internal sealed record MarkdownText(string? Title, IReadOnlyList<TextBlock> Blocks);
