using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says numbers with units: 10 km, 5kg, 50%, -5°C, 1080p, 4K, 6'2".</summary>
internal static partial class MeasureRule
{
    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (Feet().Match(here.Core) is { Success: true } feet)
        {
            return [$"{NumberWords.Cardinal(feet.Groups["feet"].Value)} foot {NumberWords.Cardinal(feet.Groups["inches"].Value)}"];
        }

        if (Measure().Match(here.Core) is not { Success: true } measure)
        {
            return null;
        }

        var unit = measure.Groups["unit"].Value;
        var said = SayAmount(measure);
        var isOne = measure.Groups["number"].Value is "1" && !measure.Groups["to"].Success;
        if (unit.Length == 0)
        {
            return Units.Find(here.Next.Core) is { } next && IsUnit(here) ? [said, isOne || here.Describes(2) ? next.One : next.Many] : null;
        }

        if (unit is "p" && Lines().Match(measure.Groups["number"].Value) is { Success: true } lines)
        {
            return [$"{NumberWords.Cardinal(lines.Groups["hundreds"].Value)} {NumberWords.Cardinal(lines.Groups["rest"].Value)} p"];
        }

        return Units.Find(unit) is { } names ? [$"{said} {(isOne || here.Describes(1) || measure.Groups["hyphen"].Success ? names.One : names.Many)}"] : null;
    }

    private static string SayAmount(Match measure)
    {
        var to = measure.Groups["to"] is { Success: true, Value: var last } ? " to " + NumberWords.Number(last) : "";
        return $"{SignRule.Prefix(measure.Groups["sign"].Value)} {NumberRule.Fraction(measure.Groups["number"].Value, measure.Groups["fraction"].Value)}{to}";
    }

    /// <summary>Whether the next word is a unit here: letters that are words too ("5 in 10") are units only where nothing else fits.</summary>
    private static bool IsUnit(WordsAt here) => here.Next.Core switch
    {
        "in" => here[1].IsClosed || here[2].Core is "" or "x" or "by" or "tall" or "wide" or "long" or "deep" or "high" or "thick",
        "x" or "×" or "p" or "s" or "N" or "J" => false,
        _ => true,
    };

    [GeneratedRegex(
        "^(?<sign>[-+~≈<>≤≥±]?)(?<number>" + Pattern.Number + "|(?=[½⅓⅔¼¾⅕⅛]))(?<fraction>[½⅓⅔¼¾⅕⅛]?)(?:-(?<to>" + Pattern.Number + "))?(?<hyphen>-)?(?<unit>(?:[A-Za-zµμ°º%×].*)?)$")]
    private static partial Regex Measure();

    [GeneratedRegex("^(?<feet>[0-9]{1,2})['′](?<inches>[0-9]{1,2})$")]
    private static partial Regex Feet();

    [GeneratedRegex("^(?<hundreds>[0-9]{1,2})(?<rest>[1-9][0-9])$")]
    private static partial Regex Lines();
}
