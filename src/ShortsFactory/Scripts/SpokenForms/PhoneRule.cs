using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says telephone numbers digit by digit: 555-1234, +44 20 7946 0958, and 911 where it is called.</summary>
internal static partial class PhoneRule
{
    private static readonly HashSet<string> Calls = new(
        ["call", "calls", "called", "calling", "dial", "dials", "dialed", "dialled", "dialing", "dialling", "phone", "phoned", "phoning", "ring", "rang", "text", "texted"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Callers = new(["call", "calls", "caller", "operator", "dispatcher", "dispatch"], StringComparer.Ordinal);

    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (Whole().IsMatch(here.Core) || (Service().IsMatch(here.Core) && (Calls.Contains(here[-1].Core) || Callers.Contains(here.Next.Core))))
        {
            return [Digits(here.Core)];
        }

        if (AreaCode().IsMatch(here.Core) && Local().IsMatch(here[1].Core))
        {
            return [Digits(here.Core), Digits(here[1].Core)];
        }

        return CountryCode().IsMatch(here.Core) ? SayGroups(here) : null;
    }

    /// <summary>"+44 20 7946 0958": the code, and the groups of digits behind it, two at least.</summary>
    private static List<string>? SayGroups(WordsAt here)
    {
        List<string> said = [Digits(here.Core)];
        while (!here[said.Count - 1].IsClosed && Group().IsMatch(here[said.Count].Core))
        {
            said.Add(Digits(here[said.Count].Core));
        }

        return said.Count > 2 ? said : null;
    }

    private static string Digits(string text) => (text.StartsWith('+') ? "plus " : "") + NumberWords.Digits(text);

    [GeneratedRegex(@"^\+?(?:[0-9]{1,3}[-.])?(?:\(?[0-9]{3}\)?[-.])?[0-9]{3}[-.][0-9]{4}$")]
    private static partial Regex Whole();

    [GeneratedRegex("^(?:[2-9]11|000|10[125]|11[0-9]|988|999)$")]
    private static partial Regex Service();

    [GeneratedRegex("^[0-9]{3}$")]
    private static partial Regex AreaCode();

    [GeneratedRegex("^[0-9]{3}-[0-9]{4}$")]
    private static partial Regex Local();

    [GeneratedRegex(@"^\+[0-9]{1,3}$")]
    private static partial Regex CountryCode();

    [GeneratedRegex("^[0-9]{2,4}(?:-[0-9]{3,4})?$")]
    private static partial Regex Group();
}
