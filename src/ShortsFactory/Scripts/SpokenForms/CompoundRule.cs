using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says what is put together from letters, digits and signs: B2B, COVID-19, and/or, H₂O, C#, ©2024.</summary>
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
            var unit = rate.Groups["unit"].Value;
            return [$"{SpokenForm.Phrase(rate.Groups["amount"].Value)} per {Units.Find(unit)?.One ?? SpokenForm.Phrase(unit)}"];
        }

        if (core[0] == '©' && core.Length > 1)
        {
            return ["copyright " + SpokenForm.Phrase(core[1..])];
        }

        var parts = MissingSpace().Replace(core, " ").Replace("..", " ", StringComparison.Ordinal).Split(['-', '—', '/', '…', ',', ';', ':', '!', '?', '(', ')', '[', ']', '"', '|', '_', '*', '\\', ' '], StringSplitOptions.RemoveEmptyEntries);
        return parts is [var only] && only.Length == core.Length
            ? [SayRuns(core)]
            : [SpokenForm.Phrase(string.Join(' ', parts))];
    }

    private static string SayRuns(string core)
    {
        var text = DollarLetter().Replace(WithoutScripts(core), "s").Replace("^2", "²", StringComparison.Ordinal).Replace("^3", "³", StringComparison.Ordinal);
        var said = Run().Matches(text).Select(run => SayRun(run.Value, text[..run.Index]));
        return string.Join(' ', said);
    }

    private static string SayRun(string run, string before) => run switch
    {
        [_, _, _, _] when YearLike().IsMatch(run) && before.Length > 0 && char.IsAsciiLetter(before[^1]) => NumberWords.Year(run),
        [_, _, _] when before.Length > 0 && char.IsAsciiLetter(before[^1]) && run.All(char.IsAsciiDigit) => NumberWords.Pairs(run),
        _ when char.IsAsciiDigit(run[0]) => NumberWords.Number(run),
        "©" => "",
        [_] or [_, _] when before.EndsWith('=') && run.All(char.IsAsciiLetterLower) => NumberWords.Letters(run),
        "." => before.Length == 0 ? "" : "dot",
        "#" => before is "C" or "F" ? "sharp" : "",
        _ when run.Length <= 4 && run.All(char.IsAsciiLetterUpper) => run.Length < 4 || AcronymRule.IsSpelled(run) ? NumberWords.Letters(run) : run,
        "-" => "minus",
        _ => SignRule.Find(run) ?? run,
    };

    /// <summary>Writes H₂O as H2O, and the raised digits of isotopes and ions too: ¹⁴C, Ca²⁺.</summary>
    private static string WithoutScripts(string text)
    {
        const string raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
        const string plain = "0123456789+-";
        var isCharged = raised.Contains(text[0], StringComparison.Ordinal) || text[^1] is '⁺' or '⁻';
        return string.Concat(text.Select(character => character is >= '₀' and <= '₉' ? (char)('0' + character - '₀')
            : isCharged && raised.IndexOf(character, StringComparison.Ordinal) is >= 0 and var index ? plain[index]
            : character));
    }

    [GeneratedRegex(@"^[\p{L}\p{M}']*$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?<owner>(?:.*[0-9\p{Lu}&+.]))'s$")]
    private static partial Regex Owner();

    [GeneratedRegex("^(?<amount>[^/]*[0-9][^/]*)/(?<unit>[A-Za-z]+)$")]
    private static partial Regex Rate();

    // "It ended.Then" lacks a space; "Node.js" does not.
    [GeneratedRegex(@"(?<=\p{Ll})\.(?=\p{Lu})")]
    private static partial Regex MissingSpace();

    // A$AP, Ke$ha.
    [GeneratedRegex(@"(?<=\p{L})\$(?=\p{L})")]
    private static partial Regex DollarLetter();

    [GeneratedRegex("^(?:19|20)[0-9]{2}$")]
    private static partial Regex YearLike();

    [GeneratedRegex(@"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|\p{Lu}+(?![\p{L}\p{M}])|[\p{L}\p{M}']+|.")]
    private static partial Regex Run();
}
