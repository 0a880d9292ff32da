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

    public static IReadOnlyList<string>? Say(WordsAt here) => here.Core is "©" && here[-1].Core is "Copyright" or "copyright" ? [""] : Find(here.Core) is { } said ? [said] : null;

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
