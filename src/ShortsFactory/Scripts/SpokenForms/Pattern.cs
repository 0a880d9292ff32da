namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Regular expressions that several rules are made of.</summary>
internal static class Pattern
{
    /// <summary>A number without sign: 7, 1,200, 3.14, .5.</summary>
    public const string Number = @"(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+)";

    /// <summary>Letters behind a number that multiply it.</summary>
    public const string Magnitude = "(?:k|K|M|m|mn|B|b|bn|Bn|T|tn)";

    /// <summary>Whether the word multiplies the number before it: "5 million".</summary>
    public static bool IsScale(string word) => word is "hundred" or "thousand" or "million" or "billion" or "trillion";

    /// <summary>What a magnitude's letters say.</summary>
    public static string MagnitudeWord(string letters) => letters switch
    {
        "" => "",
        "k" or "K" => "thousand",
        "M" or "m" or "mn" => "million",
        "T" or "tn" => "trillion",
        _ => "billion",
    };
}
