using System.Text;
using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Brings spoken text into the characters that every English voice reads, and cuts it into a recogniser's words.</summary>
internal static partial class SpokenText
{
    /// <summary>
    /// English words of Latin letters and apostrophes between single spaces; everything else becomes a space. Hyphens stay between
    /// single letters only: so joined, "a-m" is read as letters, while voices take the "a" of "a m" for the article.
    /// </summary>
    public static string Clean(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '’' or '‘' or 'ʼ')
            {
                folded.Append('\'');
            }
            else if (rune.IsAscii)
            {
                folded.Append((char)rune.Value);
            }
            else if (rune.Value is not ('\u200C' or '\u200D'))
            {
                folded.Append(LatinLetters.Fold(rune) ?? " ");
            }
        }

        var letters = Unspeakable().Replace(folded.ToString(), " ");
        return Spaces().Replace(Edges().Replace(letters, " "), " ").Trim();
    }

    /// <summary>The words of a spoken text as a recogniser writes them: lower case, apostrophes kept, punctuation dropped, hyphens split.</summary>
    public static IReadOnlyList<string> Words(string spoken) =>
        [.. Separators().Split(spoken.ToLowerInvariant()).Select(word => word.Trim('\'')).Where(word => word.Length > 0)];

    [GeneratedRegex("[^A-Za-z'-]")]
    private static partial Regex Unspeakable();

    // Apostrophes that are quotes, and hyphens that do not join single letters.
    [GeneratedRegex("(?<![A-Za-z])'+|'+(?![A-Za-z])|(?<![A-Za-z])-|-(?![A-Za-z])|(?<=[A-Za-z']{2})-|-(?=[A-Za-z]{2})")]
    private static partial Regex Edges();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}']+")]
    private static partial Regex Separators();
}
