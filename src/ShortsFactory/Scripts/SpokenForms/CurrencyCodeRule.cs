using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says the codes of currencies beside amounts: "5 USD", "1.5 million EUR", 20GBP, "USD 5".</summary>
internal static partial class CurrencyCodeRule
{
    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (Glued().Match(here.Core) is { Success: true } glued && Currency.OfCode(glued.Groups["code"].Value) is { } own)
        {
            return [$"{Amount(glued)} {(glued.Groups["amount"].Value is "1" ? own.One : own.Many)}"];
        }

        if (Currency.OfCode(here.Core) is not { } currency)
        {
            return null;
        }

        if (!here[-1].IsClosed && Before().IsMatch(here[-1].Core))
        {
            return [here[-1].Core is "1" ? currency.One : currency.Many];
        }

        // The name follows the amount, so the code before it is only shown.
        return After().IsMatch(here.Next.Core) && here.Core is not ("BTC" or "ETH")
            ? Pattern.IsScale(here[2].Core) && !here[1].IsClosed
                ? ["", SpokenForm.Phrase(here[1].Core), $"{here[2].Core} {currency.Many}"]
                : ["", $"{SpokenForm.Phrase(here[1].Core)} {(here[1].Core is "1" ? currency.One : currency.Many)}"]
            : null;
    }

    private static string Amount(Match glued) => SpokenForm.Phrase(glued.Groups["amount"].Value);

    [GeneratedRegex("^(?<amount>" + Pattern.Number + Pattern.Magnitude + "?)(?<code>[A-Z]{3})$")]
    private static partial Regex Glued();

    [GeneratedRegex("^(?:.*[0-9]|" + Pattern.Number + Pattern.Magnitude + "|hundred|thousand|million|billion|trillion)$")]
    private static partial Regex Before();

    [GeneratedRegex("^" + Pattern.Number + Pattern.Magnitude + "?$")]
    private static partial Regex After();
}
