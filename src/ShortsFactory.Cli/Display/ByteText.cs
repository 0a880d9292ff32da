using System.Globalization;

namespace ShortsFactory.Cli.Display;

/// <summary>Amounts of bytes for people, in the decimal units of disks.</summary>
internal static class ByteText
{
    private const double Thousand = 1_000;

    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    /// <summary>Such as <c>12.4 MB</c>.</summary>
    public static string Of(double bytes)
    {
        var unit = 0;
        for (; bytes >= Thousand && unit < Units.Length - 1; unit++)
        {
            bytes /= Thousand;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{bytes.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture)} {Units[unit]}");
    }
}
