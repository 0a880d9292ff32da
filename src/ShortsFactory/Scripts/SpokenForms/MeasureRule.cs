using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says numbers with units: 10 km, 5kg, 50%, -5°C, 500 sq. ft., 4x100m, 1080p.</summary>
internal static partial class MeasureRule
{
    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (Relay().Match(here.Core) is { Success: true } relay && Units.Find(relay.Groups["unit"].Value) is { } leg)
        {
            return [$"{NumberWords.Cardinal(relay.Groups["count"].Value)} by {NumberWords.Cardinal(relay.Groups["length"].Value)} {(here.Describes(1) ? leg.One : leg.Many)}"];
        }

        if (Measure().Match(here.Core) is not { Success: true } measure)
        {
            return IsBehindScale(here) && Units.Find(here.Core) is { } scaled ? [here.Describes(1) ? scaled.One : scaled.Many] : null;
        }

        var unit = measure.Groups["unit"].Value;
        var said = SayAmount(measure);
        var isOne = measure.Groups["number"].Value is "1" && !measure.Groups["to"].Success;
        if (unit.Length == 0)
        {
            return SaySpaced(here, said, isOne);
        }

        if (unit is "p" && Lines().Match(measure.Groups["number"].Value) is { Success: true } lines)
        {
            return [$"{NumberWords.Cardinal(lines.Groups["hundreds"].Value)} {NumberWords.Cardinal(lines.Groups["rest"].Value)} p"];
        }

        return Units.Find(unit) is { } names ? [$"{said} {(isOne || here.Describes(1) || measure.Groups["hyphen"].Success ? names.One : names.Many)}"] : null;
    }

    /// <summary>The names of the unit that stands <paramref name="offset"/> places on and belongs to the number before it, or <see langword="null"/>.</summary>
    public static (string One, string Many)? UnitAt(WordsAt here, int offset) =>
        !here[offset - 1].IsClosed && Units.Find(here[offset].Core) is { } names && IsUnit(here, offset) ? names : null;

    private static string[]? SaySpaced(WordsAt here, string said, bool isOne)
    {
        if (Dimension(here.Next.Core) is { } dimension && here[1].Marks is "" or "." && Units.Find(here[2].Core) is { } area)
        {
            return [said, dimension, isOne || here.Describes(3) ? area.One : area.Many];
        }

        // Recipes give two measures at once, as in "180 °C/350 °F"; "l/100 km" is one.
        if (Both().Match(here.Next.Core) is { Success: true } both && Units.Find(both.Groups["unit"].Value) is { } one && UnitAt(here, 2) is { } other)
        {
            return [said, $"{one.Many} {(both.Groups["unit"].Value is "l" or "L" ? "per" : "or")} {NumberWords.Number(both.Groups["number"].Value)}", other.Many];
        }

        return UnitAt(here, 1) is { } next ? [said, isOne || here.Describes(2) ? next.One : next.Many] : null;
    }

    /// <summary>Whether the word before multiplies: "5 million km", "149.6M km". Units of one letter and "in" are words too.</summary>
    private static bool IsBehindScale(WordsAt here) =>
        here.Core.Length > 1 && here.Core is not "in" && !here[-1].IsClosed
        && (Pattern.IsScale(here[-1].Core) || Scaled().IsMatch(here[-1].Core) || (here.Core is "mmHg" && here[-1].Core.Contains('/', StringComparison.Ordinal)));

    private static string? Dimension(string text) => text switch
    {
        "sq" => "square",
        "cu" => "cubic",
        "fl" => "fluid",
        _ => null,
    };

    private static string SayAmount(Match measure)
    {
        var to = measure.Groups["to"] is { Success: true, Value: var last } ? " to " + NumberWords.Number(last) : "";
        return $"{SignRule.Prefix(measure.Groups["sign"].Value)} {NumberRule.Fraction(measure.Groups["number"].Value, measure.Groups["fraction"].Value)}{to}";
    }

    /// <summary>Whether the next word is a unit here: letters that are words too ("5 in 10") are units only where nothing else fits.</summary>
    private static bool IsUnit(WordsAt here, int offset) => here[offset].Core switch
    {
        "in" => here[offset].IsClosed || here[offset + 1].Core is "" or "x" or "by" or "tall" or "wide" or "long" or "deep" or "high" or "thick",
        // A "c" is the speed of light but in recipes: "2 c. flour".
        "c" => here[offset].HasFullStop && here[offset + 1].StartsLower,
        "x" or "×" or "p" or "N" or "J" => false,
        _ => true,
    };

    [GeneratedRegex(
        "^(?<sign>[-+~≈<>≤≥±]?)(?<number>" + Pattern.Number + "|(?=[½⅓⅔¼¾⅕⅛]))(?<fraction>[½⅓⅔¼¾⅕⅛]?)(?:-(?<to>" + Pattern.Number + "))?(?<hyphen>-)?(?<unit>(?:[A-Za-zµμ°º%×].*)?)$")]
    private static partial Regex Measure();

    [GeneratedRegex("^(?<count>[0-9]{1,4})[x×](?<length>[0-9]{1,4})(?<unit>[a-z]{1,3})$")]
    private static partial Regex Relay();

    [GeneratedRegex("^" + Pattern.Number + Pattern.Magnitude + "$")]
    private static partial Regex Scaled();

    [GeneratedRegex("^(?<unit>[^/0-9]+)/(?<number>" + Pattern.Number + ")$")]
    private static partial Regex Both();

    [GeneratedRegex("^(?<hundreds>[0-9]{1,2})(?<rest>[1-9][0-9])$")]
    private static partial Regex Lines();
}
