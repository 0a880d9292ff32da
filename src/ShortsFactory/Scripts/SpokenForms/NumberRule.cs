using System.Globalization;
using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says plain numbers: counts, decimals, ordinals, ranges, fractions, 10k, 24/7, 4.8/5, #1, v2.0, x2.</summary>
internal static partial class NumberRule
{
    private static readonly Dictionary<string, string> Fractions = new(StringComparer.Ordinal)
    {
        ["½"] = "one half",
        ["⅓"] = "one third",
        ["⅔"] = "two thirds",
        ["¼"] = "one quarter",
        ["¾"] = "three quarters",
        ["⅕"] = "one fifth",
        ["⅛"] = "one eighth",
    };

    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        var core = here.Core;
        if (Version().Match(core) is { Success: true } version)
        {
            return [(version.Groups["v"].Success ? "version " : "") + string.Join(" point ", version.Groups["number"].Value.Split('.').Select(NumberWords.Cardinal))];
        }

        if (Ordinal().Match(core) is { Success: true } ordinal)
        {
            return [NumberWords.Ordinal(ordinal.Groups["digits"].Value)];
        }

        if (Ratio().Match(core) is { Success: true } ratio)
        {
            return [SayRatio(ratio, here)];
        }

        // Apart from its number: "4.5 bn", and "100 K followers" where it is no kelvin.
        if (core is "K" or "k" or "bn" or "mn" or "tn" && !here[-1].IsClosed && Plain().Match(here[-1].Core) is { Success: true, Length: > 0 })
        {
            return [Pattern.MagnitudeWord(core)];
        }

        if (Rating().Match(core) is { Success: true } rating)
        {
            return [$"{NumberWords.Number(rating.Groups["points"].Value)} out of {NumberWords.Cardinal(rating.Groups["best"].Value)}"];
        }

        if (Karat().Match(core) is { Success: true } karat && here.Next.Core is "gold" or "Gold")
        {
            return [NumberWords.Cardinal(karat.Groups["parts"].Value) + " karat"];
        }

        if (Thousands().IsMatch(core) && SayGroups(here) is { } groups)
        {
            return groups;
        }

        if (Multiplier().Match(core) is { Success: true } multiplier)
        {
            return ["times " + NumberWords.Number(multiplier.Groups["number"].Value)];
        }

        if (Race().Match(core) is { Success: true } race && (here.Next.Core is "run" or "race" or "walk" or "jog" || here[-1].Core is "ran" or "run" || here[-2].Core is "ran" or "run" or "running"))
        {
            return [NumberWords.Cardinal(race.Groups["kilometers"].Value) + " k"];
        }

        return Plain().Match(core) is { Success: true } plain && (plain.Groups["number"].Length > 0 || plain.Groups["fraction"].Length > 0) ? [SayPlain(plain)] : null;
    }

    /// <summary>A number with a fraction sign behind it, either of which may be missing: "2½" is "two and a half".</summary>
    public static string Fraction(string number, string fraction) => (number, fraction) switch
    {
        (_, "") => NumberWords.Number(number),
        ("", _) => Fractions[fraction],
        (_, "½") => NumberWords.Number(number) + " and a half",
        _ => $"{NumberWords.Number(number)} and {Fractions[fraction]}",
    };

    /// <summary>"10 000": digits in groups of three, the last of which is 000, are one number.</summary>
    private static string[]? SayGroups(WordsAt here)
    {
        var count = 1;
        while (count < 6 && !here[count - 1].IsClosed && Group().IsMatch(here[count].Core))
        {
            count++;
        }

        return count > 1 && here[count - 1].Core is "000"
            ? [NumberWords.Cardinal(string.Concat(Enumerable.Range(0, count).Select(offset => here[offset].Core))), .. Enumerable.Repeat("", count - 1)]
            : null;
    }

    private static string SayPlain(Match plain)
    {
        var (number, magnitude) = (plain.Groups["number"].Value, plain.Groups["magnitude"].Value);
        var to = plain.Groups["to"] switch
        {
            { Success: false } => "",
            { Value: var last } when last.Equals(number, StringComparison.Ordinal) => " " + NumberWords.Number(last),
            { Value: var last } => " to " + NumberWords.Number(last),
        };
        var plus = plain.Groups["plus"].Success ? " plus" : "";
        // "4K" and "8K" name resolutions; people who mean thousands write "4k".
        var scale = number is "4" or "8" && magnitude is "K" ? "k" : Pattern.MagnitudeWord(magnitude);
        return $"{SignRule.Prefix(plain.Groups["sign"].Value)} {Fraction(number, plain.Groups["fraction"].Value)}{to} {scale}{plus}";
    }

    private static string SayRatio(Match ratio, WordsAt here)
    {
        var (left, right) = (ratio.Groups["left"].Value, ratio.Groups["right"].Value);
        var separator = ratio.Groups["separator"].Value;
        var (said, of) = (NumberWords.Cardinal(left), NumberWords.Cardinal(right));
        if (separator is "x" or "×")
        {
            return $"{said} {(separator is "x" ? "by" : "times")} {of}";
        }

        if (separator is ":")
        {
            return $"{said} to {of}";
        }

        return (left, right) switch
        {
            ("24", "7") or ("9", "11") or ("4", "20") or ("20", "20") => $"{said} {of}",
            _ when int.Parse(left, CultureInfo.InvariantCulture) + int.Parse(right, CultureInfo.InvariantCulture) == 100 => $"{said} {of}",
            _ when here[-1].Core is "on" or "On" && DateRule.DayOfYear(left, right, here.IsDayFirst) is { } day => day,
            _ when here.Next.Core is "mmHg" || here.Sentence.Any(word => word.Core is "pressure") => $"{NumberWords.Pairs(left)} over {of}",
            ("1", "2") => "one half",
            _ when right is "2" or "3" or "4" or "5" or "6" or "8" or "16" or "100" && left.Length <= right.Length && int.Parse(left, CultureInfo.InvariantCulture) < int.Parse(right, CultureInfo.InvariantCulture)
                => $"{said} {(right is "4" ? "quarter" : NumberWords.Ordinal(right))}{(left is "1" ? "" : "s")}",
            _ => $"{said} out of {of}",
        };
    }

    [GeneratedRegex(@"^(?:(?<v>[vV])(?<number>[0-9]+(?:\.[0-9]+)*)|(?<number>[0-9]+(?:\.[0-9]+){2,}))$")]
    private static partial Regex Version();

    [GeneratedRegex("^(?<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:st|nd|rd|th)$", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();

    [GeneratedRegex("^(?<left>[0-9]{1,4})(?<separator>[/:x×])(?<right>[0-9]{1,4})(?:(?<=/[0-9]+)(?:rds?|ths?))?$")]
    private static partial Regex Ratio();

    [GeneratedRegex("^[x×](?<number>[0-9]+(?:\\.[0-9]+)?)$")]
    private static partial Regex Multiplier();

    [GeneratedRegex(@"^(?<points>[0-9]{1,3}\.[0-9]+)/(?<best>[0-9]{1,3})$")]
    private static partial Regex Rating();

    [GeneratedRegex("^(?<parts>9|10|14|18|22|24)[kK]$")]
    private static partial Regex Karat();

    [GeneratedRegex("^[1-9][0-9]{0,2}$")]
    private static partial Regex Thousands();

    [GeneratedRegex("^[0-9]{3}$")]
    private static partial Regex Group();

    [GeneratedRegex("^(?<kilometers>3|5|10|15|20)[kK]$")]
    private static partial Regex Race();

    [GeneratedRegex("^(?<sign>[-+~≈<>≤≥±#]?)(?<number>(?:" + Pattern.Number + ")?)(?<fraction>[½⅓⅔¼¾⅕⅛]?)(?:-(?<to>" + Pattern.Number + "))?(?<magnitude>" + Pattern.Magnitude + @"?)(?<plus>\+)?$")]
    private static partial Regex Plain();
}
