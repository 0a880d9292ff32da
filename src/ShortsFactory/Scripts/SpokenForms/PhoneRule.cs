using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says telephone numbers digit by digit.</summary>
internal static partial class PhoneRule
{
    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (Whole().IsMatch(here.Core))
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

    [GeneratedRegex("^[0-9]{3}$")]
    private static partial Regex AreaCode();

    [GeneratedRegex("^[0-9]{3}-[0-9]{4}$")]
    private static partial Regex Local();

    [GeneratedRegex(@"^\+[0-9]{1,3}$")]
    private static partial Regex CountryCode();

    [GeneratedRegex("^[0-9]{2,4}(?:-[0-9]{3,4})?$")]
    private static partial Regex Group();
}
