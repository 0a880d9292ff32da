using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says how long something lasts: "1h 30m", 1h30m, "5m 30s", 3:05:20.</summary>
internal static partial class DurationRule
{
    private static readonly string[] Units = ["hour", "minute", "second"];

    public static IReadOnlyList<string>? Say(WordsAt here) =>
        Whole().Match(here.Core) is { Success: true } whole
            ? [string.Join(' ', Units.Where(unit => whole.Groups[unit].Success).Select(unit => Part(whole.Groups[unit].Value, unit)))]
            : SayParts(here) ?? SaySpaced(here);

    /// <summary>"1h 30m 5s": alone, "m" is a meter; behind hours or before seconds it is a minute.</summary>
    private static IReadOnlyList<string>? SayParts(WordsAt here)
    {
        List<string> said = [];
        var last = -1;
        while ((said.Count == 0 || here[said.Count - 1].Marks is "" or ",") && Glued().Match(here[said.Count].Core) is { Success: true } part)
        {
            var index = Array.FindIndex(Units, unit => part.Groups[unit].Success);
            if (index <= last)
            {
                break;
            }

            last = index;
            said.Add(Part(part.Groups[Units[index]].Value, Units[index]));
        }

        return said.Count > 1 ? said : null;
    }

    /// <summary>"1 h 30 m".</summary>
    private static string[]? SaySpaced(WordsAt here) =>
        Number().IsMatch(here.Core) && here.Next.Core is "h" or "hr" or "hrs" && Number().IsMatch(here[2].Core) && here[3].Core is "m"
            ? [NumberWords.Cardinal(here.Core), Name(here.Core, Units[0]), NumberWords.Cardinal(here[2].Core), Name(here[2].Core, Units[1])]
            : null;

    private static string Part(string digits, string unit) => digits.TrimStart('0') is { Length: > 0 } amount ? $"{NumberWords.Cardinal(amount)} {Name(amount, unit)}" : "";

    private static string Name(string amount, string unit) => amount is "1" ? unit : unit + "s";

    [GeneratedRegex("^(?:(?<hour>[0-9]{1,3}):(?<minute>[0-5][0-9]):(?<second>[0-5][0-9])|(?<hour>[0-9]{1,3})hr?(?<minute>[0-9]{1,2})m(?:ins?)?(?:(?<second>[0-9]{1,2})s)?|(?<minute>[0-9]{1,2})m(?<second>[0-9]{1,2})s)$")]
    private static partial Regex Whole();

    [GeneratedRegex("^(?:(?<hour>[0-9]{1,3})(?:h|hrs?)|(?<minute>[0-9]{1,2})m(?:ins?)?|(?<second>[0-9]{1,3})s(?:ecs?)?)$")]
    private static partial Regex Glued();

    [GeneratedRegex("^[0-9]{1,3}$")]
    private static partial Regex Number();
}
