using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says the ages and sexes of people in told stories: "I (27M) and my wife (25F)", "my 3yo".</summary>
internal static partial class AgeRule
{
    private static readonly HashSet<string> People = new(
        """
        i i'm im me he he's him she she's her
        wife husband fiance fiancé fiancee fiancée girlfriend boyfriend gf bf partner ex friend roommate boss coworker neighbor neighbour
        mother father mom mum dad stepmom stepdad sister brother son daughter aunt uncle cousin niece nephew grandma grandpa mil fil sil bil
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string>? Say(WordsAt here) => Old().Match(here.Core) is { Success: true } old
        ? [$"{NumberWords.Cardinal(old.Groups["years"].Value)} {(old.Groups["years"].Value is not "1" && Being().IsMatch(here[-1].Core) ? "years" : "year")} old"]
        : SayWithSex(here);

    /// <summary>Elsewhere "27M" are millions, and "75F" is a temperature.</summary>
    private static string[]? SayWithSex(WordsAt here) =>
        Age().Match(here.Core) is { Success: true } age && (IsBracketed(here) || (here.Core.Length > 2 && People.Contains(here[-1].Core)))
            ? [$"{NumberWords.Cardinal(age.Groups["age"].Value)} {age.Groups["sex"].Value.ToLowerInvariant()}"]
            : null;

    /// <summary>"(27M)" alone, or either side of "(4M &amp; 7F)".</summary>
    private static bool IsBracketed(WordsAt here) =>
        Bracketed().IsMatch(here[0].Text)
        || (here[0].Text[0] is '(' or '[' && IsAnd(here[1]) && Age().IsMatch(here[2].Core))
        || (here[0].Text.AsSpan().IndexOfAny(")]") > 0 && IsAnd(here[-1]) && Age().IsMatch(here[-2].Core));

    private static bool IsAnd(SourceWord word) => word.Core is "and" or "&";

    [GeneratedRegex("^(?<years>[0-9]{1,3})-?(?:yo|y/o)$")]
    private static partial Regex Old();

    [GeneratedRegex("^(?:is|am|are|was|were|be|turned|only|just|im|.*'(?:s|m|re))$", RegexOptions.IgnoreCase)]
    private static partial Regex Being();

    [GeneratedRegex("^(?<age>[1-9][0-9]?)(?<sex>[MFmf])$")]
    private static partial Regex Age();

    [GeneratedRegex(@"^[(\[][0-9]{1,2}[MFmf][)\],]")]
    private static partial Regex Bracketed();
}
