using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says what is put together from letters, digits and signs: B2B, COVID-19, and/or, H₂O, C#, 1980's.</summary>
internal static partial class CompoundRule
{
    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        var core = here.Core;
        if (Plain().IsMatch(core))
        {
            return null;
        }

        if (Owner().Match(core) is { Success: true } owner)
        {
            return [SpokenForm.Phrase(owner.Groups["owner"].Value) + "'s"];
        }

        if (Rate().Match(core) is { Success: true } rate)
        {
            return [$"{SpokenForm.Phrase(rate.Groups["amount"].Value)} per {SpokenForm.Phrase(rate.Groups["unit"].Value)}"];
        }

        var parts = MissingSpace().Replace(core, " ").Replace("..", " ", StringComparison.Ordinal).Split(['-', '—', '/', '…', ',', ';', ':', '!', '?', '(', ')', '[', ']', '"', '|', '_', '*', '\\', ' '], StringSplitOptions.RemoveEmptyEntries);
        return parts is [var only] && only.Length == core.Length
            ? [SayRuns(core)]
            : [SpokenForm.Phrase(string.Join(' ', parts))];
    }

    private static string SayRuns(string core)
    {
        var text = WithoutSubscripts(core);
        var said = Run().Matches(text).Select(run => SayRun(run.Value, text[..run.Index]));
        return string.Join(' ', said);
    }

    private static string SayRun(string run, string before) => run switch
    {
        _ when char.IsAsciiDigit(run[0]) => NumberWords.Number(run),
        "." => before.Length == 0 ? "" : "dot",
        "#" => before is "C" or "F" ? "sharp" : "number",
        _ when run.Length <= 4 && run.All(char.IsAsciiLetterUpper) => run.Length < 4 || AcronymRule.IsSpelled(run) ? NumberWords.Letters(run) : run,
        _ => SignRule.Find(run) ?? run,
    };

    /// <summary>Writes H₂O as H2O.</summary>
    private static string WithoutSubscripts(string text) => string.Concat(text.Select(character => character is >= '₀' and <= '₉' ? (char)('0' + character - '₀') : character));

    [GeneratedRegex("^[A-Za-z']*$")]
    private static partial Regex Plain();

    [GeneratedRegex("^(?<owner>(?:.*[0-9A-Z&+]))'s$")]
    private static partial Regex Owner();

    [GeneratedRegex("^(?<amount>[^/]*[0-9][^/]*)/(?<unit>[A-Za-z]+)$")]
    private static partial Regex Rate();

    // "It ended.Then" lacks a space; "Node.js" does not.
    [GeneratedRegex(@"(?<=[a-z])\.(?=[A-Z])")]
    private static partial Regex MissingSpace();

    [GeneratedRegex(@"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|[A-Z]+(?![A-Za-z])|[\p{L}\p{M}']+|.")]
    private static partial Regex Run();
}
