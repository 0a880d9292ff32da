using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says what goes from one thing to another of its kind: 10:30-11:45, 9am-5pm, 5%-10%, 1st-3rd, Q1-Q3, Mon-Fri, "10 - 20".</summary>
internal static partial class RangeRule
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (here.Core is "-")
        {
            return SayDash(here);
        }

        if (Amounts().Match(here.Core) is { Success: true } amounts)
        {
            return [$"{SpokenForm.Phrase(amounts.Groups["from"].Value)} to {SpokenForm.Phrase(amounts.Groups["to"].Value)}"];
        }

        if (Lettered().Match(here.Core) is { Success: true } lettered)
        {
            return [$"{SpokenForm.Phrase(lettered.Groups["from"].Value)} to {SpokenForm.Phrase(lettered.Groups["to"].Value)}"];
        }

        return here.Core.Split('-') is [var first, var last] && NameOf(first) is { } from && NameOf(last) is { } to ? [$"{from} to {to}"] : null;
    }

    /// <summary>A dash with spaces around it parts thoughts, except between two amounts of one kind.</summary>
    private static string[]? SayDash(WordsAt here) =>
        !here[-1].IsClosed && Amount().IsMatch(here[-1].Core) && string.Equals(Kind(here[-1].Core), Kind(here[1].Core), StringComparison.Ordinal) ? ["to"] : null;

    /// <summary>The amount without its digits, years kept apart from counts.</summary>
    private static string Kind(string amount) => Digits().Replace(amount, digits => digits.Length == 4 ? "year" : "0");

    private static string? NameOf(string text) => text switch
    {
        "Sat" => "Saturday",
        "Sun" => "Sunday",
        _ when Days.Contains(text, StringComparer.Ordinal) => text,
        _ when Abbreviations.Find(text)?.Spoken is { } day && Days.Contains(day, StringComparer.Ordinal) => day,
        _ => DateRule.MonthOf(text),
    };

    private const string Side = @"[-~]?[$£€¥₹]?[0-9][0-9,.:]*(?:%|°|[A-Za-z°][A-Za-z.]{0,3})?";

    [GeneratedRegex($"^(?<from>{Side})-(?<to>{Side})$")]
    private static partial Regex Amounts();

    [GeneratedRegex(@"^(?<from>(?<letter>[A-Z])[0-9]{1,2})-(?<to>\k<letter>[0-9]{1,2})$")]
    private static partial Regex Lettered();

    [GeneratedRegex($"^{Side}$")]
    private static partial Regex Amount();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
