using System.Globalization;
using ShortsFactory.Captions.Fonts;

namespace ShortsFactory.Captions.Layout;

/// <summary>
/// Cuts a word that is far too wide for a line into pieces: as few as possible, and those about even. Letters that are
/// hyphenated get their hyphen, and the cut prefers the start of a syllable.
/// </summary>
internal sealed class WordCutter(FontStack fonts)
{
    private const int ShortestPiece = 3;
    private const int Reach = 4;
    private const string Vowels = "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýαεηιουωάέήίόύώаеёиоуыэюяіїє";

    /// <summary>The pieces, measured, none wider than <paramref name="limit"/> unless a single character is.</summary>
    public IReadOnlyList<MeasuredText> Cut(string word, double limit)
    {
        string[] elements = [.. Elements(word)];
        var fewest = Fill(elements, limit, bySyllable: false);
        var fairShare = fonts.Measure(word).Advance / fewest.Count;
        foreach (var bySyllable in (bool[])[true, false])
        {
            for (var width = fairShare; width < limit; width *= 1.05)
            {
                if (Fill(elements, width, bySyllable) is { } even && even.Count == fewest.Count)
                {
                    return even;
                }
            }
        }

        return fewest;
    }

    private List<MeasuredText> Fill(string[] elements, double width, bool bySyllable)
    {
        List<MeasuredText> pieces = [];
        for (var first = 0; first < elements.Length;)
        {
            var end = first + 1;
            while (end < elements.Length && Slot.Of(Piece(elements, first, end + 1)) <= width)
            {
                end++;
            }

            end = bySyllable && end < elements.Length ? BestCut(elements, first, end) : end;
            pieces.Add(Piece(elements, first, end));
            first = end;
        }

        return pieces;
    }

    private MeasuredText Piece(string[] elements, int first, int end) =>
        fonts.Measure(string.Concat(elements[first..end]) + (end < elements.Length && IsHyphenated(elements, end) ? "-" : ""));

    /// <summary>The last good place for a cut not far before the widest possible one.</summary>
    private static int BestCut(string[] elements, int first, int widest)
    {
        for (var cut = widest; cut > widest - Reach && cut - first >= ShortestPiece; cut--)
        {
            if (elements.Length - cut >= ShortestPiece && (!IsHyphenated(elements, cut) || StartsSyllable(elements, cut)))
            {
                return cut;
            }
        }

        return widest;
    }

    /// <summary>Before a consonant and a vowel, behind a vowel and at most one consonant: as most languages part syllables.</summary>
    private static bool StartsSyllable(string[] elements, int cut) =>
        cut > 1 && cut + 1 < elements.Length && !IsVowel(elements[cut]) && IsVowel(elements[cut + 1])
        && (IsVowel(elements[cut - 1]) || IsVowel(elements[cut - 2]));

    /// <summary>Latin, Greek and Cyrillic letters on both sides.</summary>
    private static bool IsHyphenated(string[] elements, int cut) => IsHyphenated(elements[cut - 1]) && IsHyphenated(elements[cut]);

    private static bool IsHyphenated(string element) => char.IsLetter(element[0]) && element[0] is < '\u0530' or (>= '\u1E00' and <= '\u1FFF');

    private static bool IsVowel(string element) => Vowels.Contains(element[0], StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }
}
