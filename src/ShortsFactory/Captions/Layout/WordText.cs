using ShortsFactory.Scripts.Text;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Layout;

/// <summary>What captions show of a word.</summary>
internal static class WordText
{
    /// <summary>All pauses but the ellipsis, which says something of its own.</summary>
    private static readonly char[] Marks = [.. Punctuation.Pauses.Where(mark => mark is not '…')];

    public static string Show(string text, CaptionTemplate template)
    {
        var trimmed = template.Punctuation is PunctuationRule.Trim ? Trim(text) : text;
        return template.Case switch
        {
            LetterCase.Upper => trimmed.ToUpperInvariant(),
            LetterCase.Lower => trimmed.ToLowerInvariant(),
            _ => trimmed,
        };
    }

    /// <summary>An ellipsis of three dots and an abbreviation such as <c>U.S.</c> stay, and so does a word of nothing but punctuation.</summary>
    private static string Trim(string text)
    {
        var trimmed = text.TrimEnd(Marks);
        return trimmed.Length == 0 || text.EndsWith("...", StringComparison.Ordinal) || IsAbbreviation(trimmed) ? text : trimmed;
    }

    private static bool IsAbbreviation(string text) =>
        text.Split('.') is { Length: > 1 } parts && parts.All(part => part.Length == 1 && char.IsLetter(part[0]));
}
