namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says signs that stand alone, and the signs before numbers.</summary>
internal static class SignRule
{
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["&"] = "and",
        ["+"] = "plus",
        ["="] = "equals",
        ["@"] = "at",
        ["×"] = "times",
        ["÷"] = "divided by",
        ["/"] = "slash",
        ["~"] = "about",
        ["≈"] = "about",
        ["<"] = "less than",
        [">"] = "greater than",
        ["≤"] = "at most",
        ["≥"] = "at least",
        ["≠"] = "is not",
        ["±"] = "plus or minus",
        ["→"] = "to",
        ["%"] = "percent",
        ["∞"] = "infinity",
        ["√"] = "the square root of",
        ["§"] = "section",
        ["°"] = "degrees",
        ["²"] = "squared",
        ["³"] = "cubed",
        ["©"] = "copyright",
        ["$"] = "dollars",
        ["€"] = "euros",
        ["£"] = "pounds",
        ["¥"] = "yen",
        ["¢"] = "cents",
    };

    public static IReadOnlyList<string>? Say(WordsAt here) => IsCopyright(here) ? [here[-1].Core is "Copyright" or "copyright" ? "" : Signs["©"]] : Find(here.Core) is { } said ? [said] : null;

    /// <summary>Whether the word is ©, or (c) before a year.</summary>
    private static bool IsCopyright(WordsAt here) => here.Core is "©" || (here[0].Text is "(c)" or "(C)" && here[1].Core.Length == 4 && here[1].Core.All(char.IsAsciiDigit));

    /// <summary>What a sign says, or <see langword="null"/> if it is only seen.</summary>
    public static string? Find(string sign) => Signs.GetValueOrDefault(sign);

    /// <summary>What the sign before a number says.</summary>
    public static string Prefix(string sign) => sign switch
    {
        "-" => "minus",
        "#" => "number",
        ">" => "more than",
        _ => Find(sign) ?? "",
    };
}
