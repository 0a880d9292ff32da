namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>The names of a currency and of its hundredth.</summary>
internal sealed record Currency(string One, string Many, string Cent = "cent", string Cents = "cents")
{
    /// <summary>The currency of a sign; dollars for signs that are none.</summary>
    public static Currency Of(string sign) => sign switch
    {
        "£" => new("pound", "pounds", "penny", "pence"),
        "€" => new("euro", "euros"),
        "¥" => new("yen", "yen", "sen", "sen"),
        "₹" => new("rupee", "rupees", "paisa", "paise"),
        "₩" => new("won", "won", "jeon", "jeon"),
        "₽" => new("ruble", "rubles", "kopeck", "kopecks"),
        "₿" => new("bitcoin", "bitcoins"),
        "¢" => new("cent", "cents"),
        "C$" or "CA$" => Dollars("Canadian"),
        "A$" or "AU$" => Dollars("Australian"),
        "NZ$" => Dollars("New Zealand"),
        "HK$" => Dollars("Hong Kong"),
        "S$" => Dollars("Singapore"),
        _ => new("dollar", "dollars"),
    };

    /// <summary>The currency of an ISO 4217 code, or <see langword="null"/> if it is none that scripts name.</summary>
    public static Currency? OfCode(string code) => code switch
    {
        "USD" => Dollars("u-s"),
        "CAD" => Dollars("Canadian"),
        "AUD" => Dollars("Australian"),
        "NZD" => Dollars("New Zealand"),
        "HKD" => Dollars("Hong Kong"),
        "SGD" => Dollars("Singapore"),
        "EUR" => Of("€"),
        "GBP" => new("British pound", "British pounds", "penny", "pence"),
        "JPY" => Of("¥"),
        "INR" => new("Indian rupee", "Indian rupees", "paisa", "paise"),
        "KRW" => Of("₩"),
        "RUB" => Of("₽"),
        "CNY" or "RMB" => new("yuan", "yuan"),
        "CHF" => new("Swiss franc", "Swiss francs"),
        "MXN" => new("Mexican peso", "Mexican pesos"),
        "BRL" => new("Brazilian real", "Brazilian reais"),
        "SEK" => new("Swedish krona", "Swedish kronor"),
        "NOK" => new("Norwegian krone", "Norwegian kroner"),
        "DKK" => new("Danish krone", "Danish kroner"),
        "PLN" => new("zloty", "zlotys"),
        "BTC" => new("bitcoin", "bitcoins"),
        "ETH" => new("ether", "ether"),
        _ => null,
    };

    private static Currency Dollars(string country) => new(country + " dollar", country + " dollars");
}
