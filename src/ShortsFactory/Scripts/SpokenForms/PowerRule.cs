using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says powers: 10^6, 10⁻⁹, x^2, 3×10^8, 1e6.</summary>
internal static partial class PowerRule
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        // A "km²" is a square kilometer.
        var said = Units.Find(here.Core) is null ? SayPower(here.Core) : null;
        return said is not null && MeasureRule.UnitAt(here, 1) is { } unit ? [said, unit.Many] : said is null ? null : [said];
    }

    private static string? SayPower(string core)
    {
        if (Exponential().Match(core) is { Success: true } exponential)
        {
            return SayExponential(NumberWords.Number(exponential.Groups["factor"].Value), exponential.Groups["exponent"].Value.TrimStart('+'));
        }

        if (Power().Match(Plain(core)) is not { Success: true } power)
        {
            return null;
        }

        var (factor, root) = (power.Groups["factor"], power.Groups["base"].Value);
        var said = char.IsAsciiDigit(root[0]) ? NumberWords.Number(root) : NumberWords.Letters(root);
        return $"{SignRule.Prefix(power.Groups["sign"].Value)} {(factor.Success ? NumberWords.Number(factor.Value) + " times " : "")}{said} {Raised(power.Groups["exponent"].Value)}";
    }

    private static string SayExponential(string factor, string exponent) => exponent switch
    {
        "6" => factor + " million",
        "9" => factor + " billion",
        "12" => factor + " trillion",
        _ => $"{factor} times ten {Raised(exponent)}",
    };

    private static string Raised(string exponent) => exponent switch
    {
        "2" => "squared",
        "3" => "cubed",
        ['-', .. var digits] => $"to the minus {NumberWords.Cardinal(digits)}",
        [>= '0' and <= '9', ..] => "to the " + NumberWords.Ordinal(exponent),
        _ => "to the " + exponent,
    };

    /// <summary>Writes 10⁻⁹ as 10^-9.</summary>
    private static string Plain(string core) => Raise().Replace(core, raised => "^" + string.Concat(raised.Value.Select(character =>
        character is '⁻' ? '-' : (char)('0' + Superscripts.IndexOf(character, StringComparison.Ordinal)))));

    [GeneratedRegex(@"^(?<sign>[-~≈]?)(?:(?<factor>[0-9]+(?:\.[0-9]+)?)[x×*·])?(?<base>[0-9]+(?:\.[0-9]+)?|[A-Za-z]{1,2})\^(?<exponent>-?[0-9]{1,3}|[a-z])$")]
    private static partial Regex Power();

    [GeneratedRegex(@"^(?<factor>[0-9]+(?:\.[0-9]+)?)[eE](?<exponent>[-+]?[0-9]{1,2})$")]
    private static partial Regex Exponential();

    [GeneratedRegex("⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+$")]
    private static partial Regex Raise();
}
