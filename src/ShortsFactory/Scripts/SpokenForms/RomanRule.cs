using System.Globalization;
using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says Roman numerals behind names: World War II is "two", Henry VIII is "the eighth".</summary>
internal static partial class RomanRule
{
    private static readonly HashSet<string> Monarchs = new(
        [
            "Henry", "Louis", "Edward", "George", "Elizabeth", "Charles", "James", "Philip", "Richard", "William", "Catherine", "Peter", "Alexander", "Nicholas", "Napoleon",
            "Ramses", "Ramesses", "Paul", "Benedict", "Pius", "Leo", "Francis", "Frederick", "Wilhelm", "Gregory", "Innocent", "Clement", "Ivan", "Mehmed", "Thutmose", "Mary", "Victoria",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Counted = new(
        ["War", "Part", "Chapter", "Volume", "Act", "Book", "Episode", "Phase", "Type", "Class", "Level", "Season", "Bowl", "Apollo", "Saturn", "Rocky", "Title", "Article", "Appendix", "Section"],
        StringComparer.Ordinal);

    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        var before = here[-1];
        if (!Numeral().IsMatch(here.Core) || before.IsClosed)
        {
            return null;
        }

        var digits = Value(here.Core).ToString(CultureInfo.InvariantCulture);
        if (Monarchs.Contains(before.Core) && (here.Core.Length > 1 || here.Core is "V" or "X" || !here[1].StartsLower))
        {
            return ["the " + NumberWords.Ordinal(digits)];
        }

        var isNumber = Counted.Contains(before.Core) || (before.StartsUpper && here.Core.Length > 1 && Small().IsMatch(here.Core));
        return isNumber ? [NumberWords.Cardinal(digits)] : null;
    }

    private static int Value(string numeral)
    {
        var values = numeral.Select(letter => letter switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, _ => 100 }).ToArray();
        return values.Select((value, index) => index + 1 < values.Length && value < values[index + 1] ? -value : value).Sum();
    }

    [GeneratedRegex("^(?=[IVXLC])C{0,3}(?:X[LC]|L?X{0,3})(?:I[XV]|V?I{0,3})$")]
    private static partial Regex Numeral();

    [GeneratedRegex("^[IVX]+$")]
    private static partial Regex Small();
}
