using System.Globalization;
using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says Roman numerals behind names: World War II is "two", Henry VIII is "the eighth", the XIV century "fourteenth".</summary>
internal static partial class RomanRule
{
    private static readonly HashSet<string> Monarchs = new(
        [
            "Henry", "Louis", "Edward", "George", "Elizabeth", "Charles", "James", "Philip", "Richard", "William", "Catherine", "Peter", "Alexander", "Nicholas", "Napoleon",
            "Ramses", "Ramesses", "Paul", "Benedict", "Pius", "Leo", "Francis", "Frederick", "Wilhelm", "Gregory", "Innocent", "Clement", "Ivan", "Mehmed", "Thutmose", "Mary", "Victoria",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Counted = new(
        ["GTA", "War", "Part", "Chapter", "Volume", "Act", "Book", "Episode", "Phase", "Type", "Class", "Level", "Season", "Bowl", "Apollo", "Saturn", "Rocky", "Title", "Article", "Appendix", "Section"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Titles = new(["King", "Queen", "Pope", "Emperor", "Empress", "Tsar", "Czar", "Sultan", "Pharaoh", "Prince"], StringComparer.Ordinal);

    // Capital at the start of a sentence only: "The IV drip".
    private static readonly HashSet<string> Articles = new(["A", "An", "The", "This", "That", "His", "Her", "My", "Your", "Our", "Their", "Its"], StringComparer.Ordinal);

    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        var before = here[-1];
        var owner = here.Core.EndsWith("'s", StringComparison.Ordinal) ? "'s" : "";
        var numeral = here.Core[..^owner.Length];
        if (!Numeral().IsMatch(numeral) || before.IsClosed)
        {
            return null;
        }

        var digits = Value(numeral).ToString(CultureInfo.InvariantCulture);
        var isReigning = numeral.Length > 1 || numeral is "V" or "X" || owner.Length > 0 || !here[1].StartsLower || Titles.Contains(here[-2].Core);
        if (Monarchs.Contains(before.Core) && isReigning)
        {
            return [$"the {NumberWords.Ordinal(digits)}{owner}"];
        }

        if (here.Next.Core is "century" or "Century" or "dynasty" or "Dynasty" or "Olympiad")
        {
            return [NumberWords.Ordinal(digits)];
        }

        var isNumber = Counted.Contains(before.Core) || (before.StartsUpper && numeral.Length > 1 && Small().IsMatch(numeral) && !Articles.Contains(before.Core));
        return isNumber ? [NumberWords.Cardinal(digits) + owner] : null;
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
