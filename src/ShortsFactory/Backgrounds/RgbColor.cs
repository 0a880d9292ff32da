using System.Globalization;

namespace ShortsFactory.Backgrounds;

/// <summary>A colour by its gamma-coded parts, each 0 to 1.</summary>
internal readonly record struct RgbColor(double Red, double Green, double Blue)
{
    /// <summary>Reads six hexadecimal digits.</summary>
    public static RgbColor Parse(string digits)
    {
        var number = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new RgbColor((number >> 16) / 255.0, ((number >> 8) & 0xFF) / 255.0, (number & 0xFF) / 255.0);
    }
}
