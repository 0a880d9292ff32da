using System.Globalization;

namespace ShortsFactory.Templates;

/// <summary>A colour with its opacity.</summary>
/// <param name="Red">Red, 0 to 255.</param>
/// <param name="Green">Green, 0 to 255.</param>
/// <param name="Blue">Blue, 0 to 255.</param>
/// <param name="Alpha">Opacity: 0 is invisible, 255 is solid.</param>
internal readonly record struct RgbaColor(byte Red, byte Green, byte Blue, byte Alpha = byte.MaxValue)
{
    public static RgbaColor Transparent { get; } = new(0, 0, 0, 0);

    /// <summary>The colour between two: 0 is the first, 1 the second.</summary>
    public static RgbaColor Mix(RgbaColor from, RgbaColor to, double share) =>
        new(Mix(from.Red, to.Red, share), Mix(from.Green, to.Green, share), Mix(from.Blue, to.Blue, share), Mix(from.Alpha, to.Alpha, share));

    /// <summary>Reads <c>#RRGGBB</c> or <c>#RRGGBBAA</c>.</summary>
    public static bool TryParse(string text, out RgbaColor color)
    {
        color = default;
        if (text is not ['#', .. { Length: 6 or 8 } digits]
            || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        var rgba = digits.Length == 6 ? (value << 8) | byte.MaxValue : value;
        color = new((byte)(rgba >> 24), (byte)(rgba >> 16), (byte)(rgba >> 8), (byte)rgba);
        return true;
    }

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(double.Lerp(from, to, share));
}
