using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says amounts of money: $1,200, £3.50, $5 million, €10-20, 99¢.</summary>
internal static partial class MoneyRule
{
    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (Amount().Match(here.Core) is not { Success: true } amount)
        {
            return null;
        }

        var currency = Currency.Of(amount.Groups["currency"].Value);
        var number = amount.Groups["number"].Value;
        var magnitude = Pattern.MagnitudeWord(amount.Groups["magnitude"].Value);
        var scale = magnitude.Length == 0 && Scales().IsMatch(here.Next.Core) ? Scale(here.Next.Core) : null;
        var name = here.Describes(scale is null ? 1 : 2) || (number is "1" && magnitude.Length == 0 && scale is null) ? currency.One : currency.Many;
        var sign = SignRule.Prefix(amount.Groups["sign"].Value);
        var plus = amount.Groups["plus"].Success ? "plus" : "";
        if (scale is not null)
        {
            return [$"{sign} {SayNumbers(amount)} {plus}", $"{scale} {name}"];
        }

        return magnitude.Length == 0 && !amount.Groups["to"].Success && Cents().Match(number) is { Success: true } cents
            ? [$"{sign} {SayCents(cents, currency)} {plus}"]
            : [$"{sign} {SayNumbers(amount)} {magnitude} {name} {plus}"];
    }

    /// <summary>The word for what multiplies the amount with a space between: "million", or the K of "$300 K".</summary>
    private static string Scale(string word) => char.IsAsciiLetterLower(word[0]) && word.Length > 2 ? word : Pattern.MagnitudeWord(word);

    private static string SayNumbers(Match amount) =>
        NumberWords.Number(amount.Groups["number"].Value) + (amount.Groups["to"] is { Success: true, Value: var to } ? " to " + NumberWords.Number(to) : "");

    private static string SayCents(Match number, Currency currency)
    {
        var (whole, cents) = (number.Groups["whole"].Value is { Length: > 0 } digits ? digits : "0", number.Groups["cents"].Value.TrimStart('0'));
        var wholes = $"{NumberWords.Cardinal(whole)} {(whole is "1" ? currency.One : currency.Many)}";
        var parts = cents.Length == 0 ? "" : $"{NumberWords.Cardinal(cents)} {(cents is "1" ? currency.Cent : currency.Cents)}";
        return (whole, parts) switch
        {
            (_, "") => wholes,
            ("0", _) => parts,
            _ => $"{wholes} and {parts}",
        };
    }

    private const string Symbol = "(?<currency>(?:US|CA?|AU?|NZ|HK|S)?[$]|[£€¥₹₩₽₿¢])";

    [GeneratedRegex(
        "^(?<sign>[-+~≈<>≤≥±]?)(?:" + Symbol + "(?<number>" + Pattern.Number + ")(?:-[$£€¥₹₩₽₿]?(?<to>" + Pattern.Number + "))?(?<magnitude>" + Pattern.Magnitude + "?)"
        + "|(?<number>" + Pattern.Number + ")(?<magnitude>" + Pattern.Magnitude + "?)" + Symbol + @")(?<plus>\+)?$")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?<whole>[0-9]+(?:,[0-9]{3})*|)\.(?<cents>[0-9]{2})$")]
    private static partial Regex Cents();

    [GeneratedRegex("^(?:hundred|thousand|million|billion|trillion|K|M|B|bn|mn)$")]
    private static partial Regex Scales();
}
