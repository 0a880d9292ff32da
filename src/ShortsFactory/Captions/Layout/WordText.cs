using ShortsFactory.Scripts.Text;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Layout;

/// <summary>What captions show of a word.</summary>
internal static class WordText
{
    /// <summary>All pauses but the ellipsis, which says something of its own.</summary>
    private static readonly char[] Marks = [.. Punctuation.Pauses.Where(mark => mark is not '…')];

    private static readonly char[] Closers = [.. Punctuation.Closers];

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

    /// <summary>
    /// Quotes and brackets behind the marks stay. An ellipsis of three dots and an abbreviation such as <c>U.S.</c> stay, and so
    /// does a word of nothing but punctuation.
    /// </summary>
    private static string Trim(string text)
    {
        var core = text.TrimEnd(Closers);
        var trimmed = core.TrimEnd(Marks);
        return trimmed.Length == 0 || core.EndsWith("...", StringComparison.Ordinal) || IsAbbreviation(trimmed) ? text : trimmed + text[core.Length..];
    }

    private static bool IsAbbreviation(string text) =>
        text.Split('.') is { Length: > 1 } parts && parts.All(part => part.Length == 1 && char.IsLetter(part[0]));
}
