using System.Globalization;
using ShortsFactory.Captions.Fonts;

namespace ShortsFactory.Captions.Layout;

/// <summary>
/// Cuts a word that is far too wide for a line into pieces of about even width. Words of Latin, Greek and Cyrillic letters get
/// hyphens; addresses and the like do not, and are cut behind their signs if that is possible.
/// </summary>
internal sealed class WordCutter(FontStack fonts)
{
    private const int ShortestPiece = 3;
    private const int Reach = 4;
    private const string Vowels = "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýαεηιουωάέήίόύώаеёиоуыэюяіїє";
    private const string Separators = "/.-_?&=:@";

    /// <summary>As few pieces as suffice so that none is wider than a limit, unless a single character is.</summary>
    public int Fewest(string word, double limit) => Fill(Word.Of(word), limit, atGoodPlaces: false).Count;

    /// <summary>
    /// The pieces, measured: <paramref name="count"/> of them, none wider than <paramref name="limit"/>; or <see langword="null"/>
    /// if there is no such cut, or none that parts syllables where it must be at a good place.
    /// </summary>
    public IReadOnlyList<MeasuredText>? Cut(string word, double limit, int count, bool atGoodPlaces)
    {
        var cut = Word.Of(word);
        for (var width = Math.Min(limit, fonts.Measure(word).Advance / count); ; width = Math.Min(limit, width * 1.05))
        {
            if (Fill(cut, width, atGoodPlaces) is { } even && even.Count == count)
            {
                return even;
            }

            if (width >= limit)
            {
                return null;
            }
        }
    }

    private List<MeasuredText> Fill(Word word, double width, bool atGoodPlaces)
    {
        List<MeasuredText> pieces = [];
        for (var first = 0; first < word.Length;)
        {
            var end = first + 1;
            while (end < word.Length && Slot.Of(fonts.Measure(word.Piece(first, end + 1))) <= width)
            {
                end++;
            }

            end = atGoodPlaces && end < word.Length ? word.BestCut(first, end) : end;
            pieces.Add(fonts.Measure(word.Piece(first, end)));
            first = end;
        }

        return pieces;
    }

    /// <summary>A word as visible characters.</summary>
    private sealed record Word(string[] Elements, bool IsHyphenated)
    {
        public int Length => Elements.Length;

        public static Word Of(string word)
        {
            List<string> parts = [];
            var elements = StringInfo.GetTextElementEnumerator(word);
            while (elements.MoveNext())
            {
                parts.Add(elements.GetTextElement());
            }

            var letters = parts.SkipWhile(part => !char.IsLetter(part[0])).Reverse().SkipWhile(part => !char.IsLetter(part[0]));
            return new Word([.. parts], letters.All(IsAlphabetic));
        }

        public string Piece(int first, int end) => string.Concat(Elements[first..end]) + (end < Length && HasHyphen(end) ? "-" : "");

        /// <summary>The last good place for a cut before the widest possible one: a syllable not far from it, or the last separator.</summary>
        public int BestCut(int first, int widest)
        {
            var earliest = first + ShortestPiece;
            var good = IsHyphenated
                ? Places(Math.Max(earliest, widest - Reach)).Where(cut => Length - cut >= ShortestPiece && StartsSyllable(cut))
                : Places(earliest).Where(cut => Separators.Contains(Elements[cut - 1], StringComparison.Ordinal));
            return good.LastOrDefault(widest);

            IEnumerable<int> Places(int from) => Enumerable.Range(from, Math.Max(0, widest - from + 1));
        }

        private bool HasHyphen(int cut) => IsHyphenated && char.IsLetter(Elements[cut - 1][0]) && char.IsLetter(Elements[cut][0]);

        /// <summary>Before a consonant and a vowel, behind a vowel and at most one consonant: as most languages part syllables.</summary>
        private bool StartsSyllable(int cut) =>
            cut > 1 && cut + 1 < Length && IsConsonant(cut) && IsVowel(cut + 1) && (IsVowel(cut - 1) || IsVowel(cut - 2));

        private bool IsVowel(int index) => Vowels.Contains(Elements[index][0], StringComparison.OrdinalIgnoreCase);

        private bool IsConsonant(int index) => char.IsLetter(Elements[index][0]) && !IsVowel(index);

        /// <summary>Latin, Greek and Cyrillic letters.</summary>
        private static bool IsAlphabetic(string element) => char.IsLetter(element[0]) && element[0] is < '\u0530' or (>= '\u1E00' and <= '\u1FFF');
    }
}
