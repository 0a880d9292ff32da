using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says sums: 10/2=5, and the signs in "6 * 7 = 42", "9 x 13".</summary>
internal static partial class ArithmeticRule
{
    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        if (Sum().IsMatch(here.Core))
        {
            return [string.Join(' ', Part().Matches(here.Core).Select(part => char.IsAsciiDigit(part.Value[0]) ? NumberWords.Number(part.Value) : Sign(part.Value)))];
        }

        return here[0].Text.Length == 1 && IsOperand(here[-1]) && !here[-1].IsClosed && IsOperand(here[1]) ? SayBetween(here) : null;
    }

    private static string[]? SayBetween(WordsAt here)
    {
        var isSum = here.Sentence.Any(word => word.Core is "=" or "≈");
        return here[0].Text switch
        {
            "*" or "·" => ["times"],
            "x" => [isSum || here[1].Core.Contains('^', StringComparison.Ordinal) ? "times" : "by"],
            "-" or "/" when isSum => [Sign(here[0].Text)],
            _ => null,
        };
    }

    private static bool IsOperand(SourceWord word) => word.Core.Length > 0 && char.IsAsciiDigit(word.Core[0]);

    private static string Sign(string sign) => sign switch
    {
        "-" => "minus",
        "*" or "x" or "·" => "times",
        "/" => "divided by",
        _ => SignRule.Find(sign) ?? "",
    };

    [GeneratedRegex(@"^[0-9.]+(?:[-+*/x×÷·][0-9.]+)+=[0-9.]+$")]
    private static partial Regex Sum();

    [GeneratedRegex("[0-9.]+|.")]
    private static partial Regex Part();
}
