using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says fractions that belong to what stands beside them: "1 1/2 cups", "½ tsp", "3/4 cup".</summary>
internal static partial class FractionRule
{
    private static readonly HashSet<string> Divisible = new(
        ["cup", "teaspoon", "tablespoon", "pound", "ounce", "inch", "foot", "yard", "mile", "pint", "quart", "gallon", "liter", "litre", "kilometer", "meter", "hour", "second", "dozen"],
        StringComparer.Ordinal);

    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (Joined().Match(here.Core) is { Success: true } joined)
        {
            return [$"{NumberWords.Cardinal(joined.Groups["whole"].Value)} {Mixed(joined.Groups["fraction"].Value)}"];
        }

        if (Describing().Match(here.Core) is { Success: true } describing)
        {
            return [$"{Part(describing.Groups["fraction"].Value)} {Noun(describing)}"];
        }

        if (Whole().IsMatch(here.Core) && Describing().Match(here.Next.Core) is { Success: true } next)
        {
            return [NumberWords.Cardinal(here.Core), $"{Mixed(next.Groups["fraction"].Value)} {Noun(next)}"];
        }

        if (Whole().IsMatch(here.Core) && Fraction().IsMatch(here.Next.Core))
        {
            return SayMixed(here);
        }

        return Fraction().IsMatch(here.Core) && !here[0].IsClosed ? SayPart(here) : null;
    }

    /// <summary>"1 1/2" and the unit behind it, if there is one.</summary>
    private static string[] SayMixed(WordsAt here)
    {
        string[] said = [NumberWords.Cardinal(here.Core), Mixed(here.Next.Core)];
        return !here[1].IsClosed && MeasureRule.UnitAt(here, 2) is { } unit ? [.. said, here.Describes(3) ? unit.One : unit.Many] : said;
    }

    /// <summary>"1/2 cup" as "half a cup", and "3/4 tsp" as "three quarters of a teaspoon".</summary>
    private static string[]? SayPart(WordsAt here)
    {
        if (here.Next.Core is "a" or "an" && IsHalf(here.Core))
        {
            return ["half"];
        }

        var unit = MeasureRule.UnitAt(here, 1)?.One;
        if (unit is null && !Divisible.Contains(here.Next.Core))
        {
            return null;
        }

        var name = unit ?? here.Next.Core;
        var article = name is "hour" or "inch" or "ounce" ? "an" : "a";
        var part = here[-1].Core is "a" or "A" or "the" or "The" ? Part(here.Core)
            : IsHalf(here.Core) ? "half " + article
            : $"{Name(here.Core)} of {article}";
        return unit is null ? [part] : [part, unit];
    }

    private static string Noun(Match describing) => Units.Find(describing.Groups["rest"].Value)?.One ?? SpokenForm.Phrase(describing.Groups["rest"].Value);

    /// <summary>A fraction before a noun: a "quarter inch", "three quarter inch".</summary>
    private static string Part(string fraction) => IsHalf(fraction) ? "half" : Name(fraction) switch
    {
        "one quarter" => "quarter",
        var name => name.TrimEnd('s'),
    };

    private static string Mixed(string fraction) => IsHalf(fraction) ? "and a half" : "and " + Name(fraction);

    private static bool IsHalf(string fraction) => fraction is "1/2" or "½";

    private static string Name(string fraction) => SpokenForm.Phrase(fraction);

    [GeneratedRegex("^(?<fraction>[½⅓⅔¼¾⅕⅛]|1/[23456789]|2/[35]|3/[458]|4/5|5/[68]|7/8)-(?<rest>[A-Za-z-]+)$")]
    private static partial Regex Describing();

    [GeneratedRegex("^[0-9]{1,3}$")]
    private static partial Regex Whole();

    [GeneratedRegex("^(?:[½⅓⅔¼¾⅕⅛]|1/[23456789]|2/[35]|3/[458]|4/5|5/[68]|7/8|[1357]/16)$")]
    private static partial Regex Fraction();

    [GeneratedRegex("^(?<whole>[0-9]{1,3})-(?<fraction>1/[23456789]|2/[35]|3/[458]|4/5|5/[68]|7/8)$")]
    private static partial Regex Joined();
}
