namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>The names of a currency and of its hundredth.</summary>
internal sealed record Currency(string One, string Many, string Cent, string Cents)
{
    /// <summary>The currency of a sign; dollars for signs that are none.</summary>
    public static Currency Of(string sign) => sign switch
    {
        "£" => new("pound", "pounds", "penny", "pence"),
        "€" => new("euro", "euros", "cent", "cents"),
        "¥" => new("yen", "yen", "sen", "sen"),
        "₹" => new("rupee", "rupees", "paisa", "paise"),
        "₩" => new("won", "won", "jeon", "jeon"),
        "₽" => new("ruble", "rubles", "kopeck", "kopecks"),
        "₿" => new("bitcoin", "bitcoins", "cent", "cents"),
        "¢" => new("cent", "cents", "cent", "cents"),
        _ => new("dollar", "dollars", "cent", "cents"),
    };
}
