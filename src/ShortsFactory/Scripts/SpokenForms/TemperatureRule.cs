using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says temperatures that are written without a degree sign: 350F, 180C, "at 300 K", "400 degrees F".</summary>
internal static partial class TemperatureRule
{
    private static readonly HashSet<string> Before = new(
        ["at", "to", "below", "above", "near", "reach", "reaches", "reached", "exceeds", "between", "under", "over", "around", "about", "temperature", "is", "only"],
        StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (here.Core is "F" or "C" && here[-1].Core is "degrees" or "degree")
        {
            return [here.Core is "F" ? "fahrenheit" : "celsius"];
        }

        if (Glued().Match(here.Core) is { Success: true } glued)
        {
            return [$"{Amount(glued)} {Scale(glued.Groups["scale"].Value)}"];
        }

        return Spaced().Match(here.Core) is { Success: true } spaced && IsScale(here) ? [Amount(spaced), Scale(here.Next.Core)] : null;
    }

    /// <summary>Whether a temperature's letter follows: "300 K" before followers counts thousands, and "F. Scott" is a name.</summary>
    private static bool IsScale(WordsAt here) =>
        here.Next.Core is "K" or "F" or "C" && (Before.Contains(here[-1].Core) || here.Sentence.Any(word => word.Core.Contains('°', StringComparison.Ordinal))) && !(here[1].HasFullStop && here[2].StartsUpper) && (here[1].IsClosed || !YearRule.IsCounted(here[2].Core));

    private static string Amount(Match amount) =>
        $"{SignRule.Prefix(amount.Groups["sign"].Value)} {NumberWords.Number(amount.Groups["number"].Value)}{(amount.Groups["to"] is { Success: true, Value: var to } ? " to " + NumberWords.Number(to) : "")}";

    private static string Scale(string letter) => letter switch
    {
        "F" => "degrees fahrenheit",
        "C" => "degrees celsius",
        _ => "kelvin",
    };

    // A single digit without a sign names a thing: an iPhone 5C.
    [GeneratedRegex("^(?:(?<sign>[-+])(?<number>[0-9]+)|(?<sign>~?)(?<number>[1-9][0-9]{1,3}))(?:-(?<to>[0-9]{2,4}))?(?<scale>[FC])$")]
    private static partial Regex Glued();

    [GeneratedRegex("^(?<sign>[-+~]?)(?<number>" + Pattern.Number + ")(?:-(?<to>" + Pattern.Number + "))?$")]
    private static partial Regex Spaced();
}
