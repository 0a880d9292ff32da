namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>An abbreviation and what is said for it.</summary>
/// <param name="Spoken">The words said.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="NeedsFullStop">Whether it is an ordinary word without its full stop.</param>
internal sealed record Abbreviation(string Spoken, AbbreviationPlace Place, bool NeedsFullStop);
