namespace ShortsFactory.Scripts.Formats;

/// <summary>Text that no sentence crosses: a paragraph, a list item, or one side of a hard line break.</summary>
/// <param name="Characters">The text without markup; directives are still in it.</param>
/// <param name="EndsParagraph">Whether a paragraph or a list ends here.</param>
internal sealed record TextBlock(IReadOnlyList<StyledChar> Characters, bool EndsParagraph);
