using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says numbers that name rather than count in pairs of digits: Flight 370, Boeing 747, Room 101, 221B Baker Street, 401(k).</summary>
internal static partial class DesignationRule
{
    private static readonly HashSet<string> Named = new(
        """
        flight Flight room Room suite Suite gate Gate seat Seat row Row exit Exit highway Highway route Route interstate Interstate bus Bus train apartment Apartment apt Apt unit Unit ward Ward
        error Error Boeing Airbus Cessna Porsche Ferrari Peugeot RTX GTX Xbox Channel Form Building Hwy
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Streets = new(
        ["St", "Street", "Ave", "Avenue", "Rd", "Road", "Blvd", "Boulevard", "Ln", "Lane", "Dr", "Drive", "Way", "Court", "Place", "Square", "Terrace", "Row", "Broadway"],
        StringComparer.Ordinal);

    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (Savings().Match(here.Core) is { Success: true } savings)
        {
            return [$"{NumberWords.Pairs(savings.Groups["digits"].Value)} {savings.Groups["letter"].Value}"];
        }

        if (Designation().Match(here.Core) is not { Success: true } number || !(IsNamed(here, number) || IsHouse(here, number)))
        {
            return null;
        }

        var variant = number.Groups["variant"] is { Success: true, Value: var digits } ? " " + NumberWords.Pairs(digits) : "";
        return [$"{NumberWords.Pairs(number.Groups["digits"].Value)} {number.Groups["letter"].Value.ToLowerInvariant()}{variant}"];
    }

    /// <summary>Whether a word before the number makes a name of it; a flight has a number, but buses seat 370 people.</summary>
    private static bool IsNamed(WordsAt here, Match number) =>
        Named.Contains(here[-1].Core) && here[-1].Marks is "" or "." && (number.Groups["letter"].Success || (Units.Find(here.Next.Core) is null && (here[-1].StartsUpper || !YearRule.IsCounted(here.Next.Core))));

    private static bool IsHouse(WordsAt here, Match number)
    {
        if (!number.Groups["letter"].Success && YearRule.IsNamedYear(here))
        {
            return false;
        }

        // The street's own name has one to three words.
        var length = 1;
        while (length < 4 && !here[length - 1].IsClosed && here[length].StartsUpper)
        {
            length++;
            if (length > 2 && Streets.Contains(here[length - 1].Core))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("^(?<digits>[1-9][0-9]{0,3})(?<letter>[A-Z])?(?:-(?<variant>[1-9][0-9]{1,2}))?$")]
    private static partial Regex Designation();

    [GeneratedRegex(@"^(?<digits>401|403)\(?(?<letter>[kb])$")]
    private static partial Regex Savings();
}
