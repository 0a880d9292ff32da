using System.Text.RegularExpressions;
using ShortsFactory.Scripts.Text;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says feet and inches, whose signs are those of quotes: 6'2", 5ft4, a 12" pizza, a 9"x13" pan.</summary>
internal static partial class InchRule
{
    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (Feet().Match(here.Core) is { Success: true } feet)
        {
            return [$"{NumberWords.Cardinal(feet.Groups["feet"].Value)} foot {NumberWords.Cardinal(feet.Groups["inches"].Value)}"];
        }

        if (Pan().Match(here.Core) is { Success: true } pan)
        {
            return [$"{NumberWords.Cardinal(pan.Groups["width"].Value)} by {NumberWords.Cardinal(pan.Groups["length"].Value)} {Name(here)}"];
        }

        return Inches().Match(here[0].Text) is { Success: true } inches && !IsInQuotes(here)
            ? [$"{NumberRule.Fraction(inches.Groups["number"].Value, inches.Groups["fraction"].Value)} {Name(here)}"]
            : null;
    }

    /// <summary>One inch where it describes what follows: a 65" screen.</summary>
    private static string Name(WordsAt here) =>
        here[-1].Core is "a" or "A" or "an" or "the" or "The" or "my" or "his" or "her" or "this" && !here[0].IsClosed && here[1].Core.Length > 0 ? "inch" : "inches";

    /// <summary>Whether a quote was opened before the word and not closed, so that a quote behind it closes that one.</summary>
    private static bool IsInQuotes(WordsAt here)
    {
        var isOpen = false;
        foreach (var word in here.Before)
        {
            isOpen = (isOpen || word.Text.StartsWith('"')) && !word.Text.TrimEnd(Punctuation.Marks.ToCharArray()).EndsWith('"');
        }

        return isOpen;
    }

    [GeneratedRegex("^(?<feet>[0-9]{1,2})(?:['′]|ft)(?<inches>[0-9]{1,2})$")]
    private static partial Regex Feet();

    [GeneratedRegex("^(?<width>[0-9]{1,3})[\"″][x×](?<length>[0-9]{1,3})$")]
    private static partial Regex Pan();

    [GeneratedRegex("^(?<number>" + Pattern.Number + ")(?<fraction>[½⅓⅔¼¾⅕⅛]?)(?:[\"″]|'')[.,!?;:)]*$")]
    private static partial Regex Inches();
}
