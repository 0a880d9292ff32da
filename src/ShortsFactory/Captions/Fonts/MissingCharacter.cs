using System.Text;

namespace ShortsFactory.Captions.Fonts;

/// <summary>A character that no installed font has.</summary>
/// <param name="Character">The character.</param>
/// <param name="Package">The Debian package whose font has it, or <see langword="null"/> if none is known.</param>
internal sealed record MissingCharacter(Rune Character, string? Package);
