using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says years (1984, 2014), spans of them (1914-1918) and decades (1980s, '90s).</summary>
internal static partial class YearRule
{
    private static readonly HashSet<string> Prepositions = new(["in", "since", "by", "until", "till", "from", "of", "year", "circa", "around", "before", "after", "late", "early", "mid", "c", "ca", "AD", "A.D"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Owners = new(["the", "her", "his", "their", "my", "your", "our", "its", "early", "late", "mid", "in"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Decades, and "100s" for hundreds. Below the sixties a decade needs "the" or the like: "30s" alone are seconds.</summary>
    public static IReadOnlyList<string>? SayDecade(WordsAt here)
    {
        if (DecadeSpan().Match(here.Core) is { Success: true } span)
        {
            return [$"{NumberWords.Plural(NumberWords.Year(span.Groups["from"].Value))} to {NumberWords.Plural(NumberWords.Cardinal(span.Groups["to"].Value))}"];
        }

        if (Decade().Match(here.Core) is not { Success: true } decade)
        {
            return null;
        }

        var digits = decade.Groups["digits"].Value;
        return digits switch
        {
            "100" => ["hundreds"],
            "1000" => ["thousands"],
            [_, '0', '0'] => Owners.Contains(here[-1].Core) ? [NumberWords.Plural(NumberWords.Cardinal(digits))] : null,
            { Length: 4 } => [NumberWords.Plural(NumberWords.Year(digits))],
            _ when digits[0] > '5' || Owners.Contains(here[-1].Core) => [NumberWords.Plural(NumberWords.Cardinal(digits))],
            _ => null,
        };
    }

    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (Span().Match(here.Core) is { Success: true } span)
        {
            var to = span.Groups["to"].Value;
            return [$"{NumberWords.Year(span.Groups["from"].Value)} to {(to.Length == 4 ? NumberWords.Year(to) : NumberWords.Cardinal(to))}"];
        }

        if (Short().IsMatch(here[0].Text))
        {
            return [here.Core is ['0', var digit] ? (digit is '0' ? "two thousand" : "oh " + NumberWords.Cardinal(here.Core[1..])) : NumberWords.Cardinal(here.Core)];
        }

        return Year().IsMatch(here.Core) && IsYear(here) ? [NumberWords.Year(here.Core)] : null;
    }

    /// <summary>Says AD beside a year.</summary>
    public static IReadOnlyList<string>? SayEra(WordsAt here) =>
        here.Core is "AD" && (here[-1].Core is "century" || Plain().IsMatch(here[-1].Core) || Plain().IsMatch(here.Next.Core)) ? [NumberWords.Letters(here.Core)] : null;

    /// <summary>Whether four digits stand behind a word such as "in" that makes a year of them.</summary>
    public static bool IsNamedYear(WordsAt here) => Year().IsMatch(here.Core) && Prepositions.Contains(here[-1].Core);

    /// <summary>Whether a word names what is counted: people, hearts.</summary>
    public static bool IsCounted(string word) => Counted().IsMatch(word);

    /// <summary>Whether four digits are a year: "in 1066" is; "1984 people" and "2,000" are counts, and so is most below 1100.</summary>
    private static bool IsYear(WordsAt here)
    {
        if (Prepositions.Contains(here[-1].Core) || IsListed(here))
        {
            return true;
        }

        return here.Core[..2] is not "10" && !Counted().IsMatch(here.Next.Core);
    }

    /// <summary>Whether a year stands beside it: "1900, 1066", "1066 and 1099".</summary>
    private static bool IsListed(WordsAt here) =>
        (here[-1].IsClosed && Year().IsMatch(here[-1].Core)) || (here[0].IsClosed && Year().IsMatch(here[1].Core))
        || (here[1].Core is "and" or "or" or "to" && Year().IsMatch(here[2].Core)) || (here[-1].Core is "and" or "or" or "to" && Year().IsMatch(here[-2].Core));

    [GeneratedRegex("^(?<digits>[12][0-9]{2}0|[2-9]0|[1-9]00)'?s$")]
    private static partial Regex Decade();

    [GeneratedRegex("^(?<from>[12][0-9]{2}0)s-'?(?<to>[2-9]0)s$")]
    private static partial Regex DecadeSpan();

    [GeneratedRegex("^(?<from>1[0-9]{3}|20[0-9]{2})[-/](?<to>1[0-9]{3}|20[0-9]{2}|[1-9][0-9])$")]
    private static partial Regex Span();

    [GeneratedRegex("^(?:1[0-9]{3}|20[0-9]{2})$")]
    private static partial Regex Year();

    [GeneratedRegex("^'[0-9]{2}[.,!?;:]*$")]
    private static partial Regex Short();

    [GeneratedRegex("^[0-9]{1,4}$")]
    private static partial Regex Plain();

    [GeneratedRegex("^(?:people|men|women|children|million|billion|(?!was$|is$|has$|does$|this$|its$|his$|as$|us$|yes$|always$|perhaps$)[a-z]+s)$")]
    private static partial Regex Counted();
}
