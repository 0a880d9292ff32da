using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says codes digit by digit: "ZIP code 90210", "Beverly Hills, CA 90210", "PIN 4821".</summary>
internal static partial class CodeRule
{
    private static readonly HashSet<string> Codes = new(["zip", "zipcode", "code", "pin", "postcode", "passcode", "password", "ext", "extension"], StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string>? Say(WordsAt here) =>
        Code().IsMatch(here.Core) && !YearRule.IsCounted(here.Next.Core) && Units.Find(here.Next.Core) is null && here[-1].Marks is "" or "." or ":" && (Codes.Contains(here[-1].Core) || (here.Core.Length >= 5 && State().IsMatch(here[-1].Core)))
            ? [NumberWords.Digits(here.Core)]
            : null;

    [GeneratedRegex("^[0-9]{3,9}(?:-[0-9]{4})?$")]
    private static partial Regex Code();

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex State();
}
