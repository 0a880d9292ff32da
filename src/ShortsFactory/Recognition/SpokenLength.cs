using System.Globalization;
using System.Text;

namespace ShortsFactory.Recognition;

/// <summary>
/// How long a word sounds, in letters of an alphabet. Signs that stand for more than a letter count for more: an ideograph is a
/// syllable, and a digit is a word of its own. Fitted to the word events of eSpeak NG in German, French, Spanish, Hindi, Korean and Mandarin.
/// </summary>
internal static class SpokenLength
{
    private const double Digit = 4.5;
    private const double Ideograph = 5;
    private const double Syllable = 2.5;
    private const double Kana = 2;

    // A consonant of an Indic script brings its vowel along; a sign for another vowel only replaces it, and a virama takes it away.
    private const double IndicLetter = 1.3;
    private const double Mark = 0.4;
    private const double Virama = -0.5;

    /// <summary>The length of a word, at least that of a letter.</summary>
    public static double Of(string word) => Math.Max(1, word.EnumerateRunes().Sum(Of));

    private static double Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.DecimalDigitNumber => Digit,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => IsVirama(rune.Value) ? Virama : Mark,
        _ => rune.Value switch
        {
            >= 0x0900 and <= 0x0DFF => IndicLetter,
            >= 0x3040 and <= 0x30FF => Kana,
            >= 0xAC00 and <= 0xD7A3 => Syllable,
            (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) => Ideograph,
            _ => 1,
        },
    };

    /// <summary>The blocks from Devanagari to Malayalam are laid out alike: each has its virama at the same place.</summary>
    private static bool IsVirama(int value) => value is >= 0x0900 and <= 0x0D7F && (value & 0x7F) == 0x4D;
}
