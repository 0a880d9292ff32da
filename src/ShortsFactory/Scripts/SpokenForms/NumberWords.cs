using System.Globalization;
using Humanizer;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says numbers in English words.</summary>
internal static class NumberWords
{
    private const int MostDigits = 18;

    private static readonly Dictionary<string, string> IrregularOrdinals = new(StringComparer.Ordinal)
    {
        ["one"] = "first",
        ["two"] = "second",
        ["three"] = "third",
        ["five"] = "fifth",
        ["eight"] = "eighth",
        ["nine"] = "ninth",
        ["twelve"] = "twelfth",
    };

    /// <summary>"1,200" as "one thousand two hundred"; longer than 18 digits, or beginning with a zero, digit by digit.</summary>
    public static string Cardinal(string digits)
    {
        var plain = digits.Replace(",", "", StringComparison.Ordinal);
        return plain.Length > MostDigits || plain is ['0', _, ..]
            ? Digits(plain)
            : long.Parse(plain, CultureInfo.InvariantCulture).ToWords(addAnd: false).Replace('-', ' ').Replace(" and ", " ", StringComparison.Ordinal);
    }

    /// <summary>"3.14" as "three point one four"; whole numbers as <see cref="Cardinal"/>.</summary>
    public static string Number(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        return point switch
        {
            < 0 => Cardinal(number),
            0 => "point " + Digits(number[1..]),
            _ => $"{Cardinal(number[..point])} point {Digits(number[(point + 1)..])}",
        };
    }

    /// <summary>"21" as "twenty first".</summary>
    public static string Ordinal(string digits)
    {
        var cardinal = Cardinal(digits);
        var last = cardinal[(cardinal.LastIndexOf(' ') + 1)..];
        var ordinal = IrregularOrdinals.TryGetValue(last, out var irregular) ? irregular
            : last.EndsWith('y') ? last[..^1] + "ieth"
            : last + "th";
        return cardinal[..^last.Length] + ordinal;
    }

    /// <summary>"1984" as "nineteen eighty four", "1905" as "nineteen oh five", "2005" as "two thousand five".</summary>
    public static string Year(string digits)
    {
        var (century, rest) = (digits[..^2], digits[^2..]);
        return (century, rest) switch
        {
            (['1' or '2', '0'], ['0', _]) => Cardinal(digits),
            (_, "00") => Cardinal(century) + " hundred",
            (_, ['0', _]) => $"{Cardinal(century)} oh {Cardinal(rest[1..])}",
            _ => $"{Cardinal(century)} {Cardinal(rest)}",
        };
    }

    /// <summary>"370" as "three seventy", "101" as "one oh one", "4090" as "forty ninety", "221" as "two twenty one".</summary>
    public static string Pairs(string digits) => digits switch
    {
        { Length: < 3 } or [_, '0', '0'] or [_, '0', '0', '0'] => Cardinal(digits),
        [_, _, _] or [_, _, _, _] => (digits[..^2], digits[^2..]) switch
        {
            (var hundreds, "00") => Cardinal(hundreds) + " hundred",
            (var hundreds, ['0', _]) => $"{Cardinal(hundreds)} oh {Cardinal(digits[^1..])}",
            var (hundreds, rest) => $"{Cardinal(hundreds)} {Cardinal(rest)}",
        },
        _ => Cardinal(digits),
    };

    /// <summary>"007" as "zero zero seven".</summary>
    public static string Digits(string digits) =>
        string.Join(' ', digits.Where(char.IsAsciiDigit).Select(digit => (digit - '0').ToWords()));

    /// <summary>"three" as "threes", "six" as "sixes", "eighty" as "eighties".</summary>
    public static string Plural(string words) => words switch
    {
        [.. var stem, 'y'] => stem + "ies",
        [.., 'x'] => words + "es",
        _ => words + "s",
    };

    /// <summary>"FBI" as "f-b-i": so joined, voices name the letters.</summary>
    public static string Letters(string letters) => string.Join('-', letters.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant));
}
