using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says words that a hyphen joins to their number: AK-47, F-150, Uranium-235, a 6-mo-old baby.</summary>
internal static partial class ModelRule
{
    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (Model().Match(here.Core) is { Success: true } model)
        {
            var name = model.Groups["name"].Value;
            return [$"{(Capitals().IsMatch(name) ? NumberWords.Letters(name) : name)} {NumberWords.Pairs(model.Groups["digits"].Value)}"];
        }

        return Lasting().Match(here.Core) is { Success: true } lasting && Units.Find(lasting.Groups["unit"].Value) is { } unit
            ? [$"{NumberWords.Cardinal(lasting.Groups["digits"].Value)} {unit.One} {SpokenForm.Phrase(lasting.Groups["rest"].Value)}"]
            : null;
    }

    [GeneratedRegex("^(?<name>[A-Z]{1,2}|[A-Z][a-z]+)-(?<digits>[1-9][0-9]{0,3})$")]
    private static partial Regex Model();

    // A 6-mo-old baby is six month old, not six months.
    [GeneratedRegex("^(?<digits>[0-9]{1,3})-(?<unit>[a-z]{1,4})-(?<rest>[a-z]+)$")]
    private static partial Regex Lasting();

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex Capitals();
}
