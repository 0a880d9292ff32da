using System.Text;
using Icu;

namespace ShortsFactory.Scripts.Text;

/// <summary>
/// Cuts text of scripts that write no spaces between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese) into words, by the
/// dictionaries of ICU. Punctuation stays with its word as the rules for line breaks of Unicode (UAX #14) want it.
/// </summary>
internal static class UnspacedText
{
    /// <summary>The words of <paramref name="text"/> in order; together they are the text. Text of other scripts is one word.</summary>
    public static IReadOnlyList<string> Split(string text, string language)
    {
        if (!text.EnumerateRunes().Any(IsUnspaced))
        {
            return [text];
        }

        using var wordBreaks = BreakIterator.CreateWordInstance(new Locale(language));
        using var lineBreaks = BreakIterator.CreateLineInstance(new Locale($"{language}@lb=strict"));
        wordBreaks.SetText(text);
        lineBreaks.SetText(text);
        List<string> words = [];
        var begin = 0;
        var besideNumbers = Enumerable.Range(1, text.Length - 1).Where(index => IsBesideNumber(text[index - 1], text[index]));
        foreach (var end in wordBreaks.Boundaries.Intersect(lineBreaks.Boundaries).Union(besideNumbers).Where(end => end > 0).Order())
        {
            var word = text[begin..end];
            if (words.Count > 0 && IsParticle(word) && char.IsLetter(words[^1][^1]))
            {
                words[^1] += word;
            }
            else
            {
                words.Add(word);
            }

            begin = end;
        }

        return words;
    }

    /// <summary>Whether a number and a letter meet, which ICU does not part in Thai.</summary>
    private static bool IsBesideNumber(char before, char after) =>
        (char.IsAsciiDigit(before) && IsUnspacedLetter(after)) || (IsUnspacedLetter(before) && char.IsAsciiDigit(after));

    private static bool IsUnspacedLetter(char letter) => char.IsLetter(letter) && IsUnspaced(new Rune(letter));

    /// <summary>A single hiragana, as Japanese particles and endings are: alone it would flash by.</summary>
    private static bool IsParticle(string word) => word[0] is >= '\u3041' and <= '\u309F' && word.Count(char.IsLetter) == 1;

    /// <summary>The blocks of Thai and Lao, Myanmar, Khmer, kana, and Han.</summary>
    private static bool IsUnspaced(Rune rune) => rune.Value
        is (>= 0x0E01 and <= 0x0EFF)
        or (>= 0x1000 and <= 0x109F)
        or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3041 and <= 0x30FF)
        or (>= 0x31F0 and <= 0x31FF)
        or (>= 0x3400 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFF66 and <= 0xFF9D)
        or (>= 0x20000 and <= 0x3FFFF);
}
