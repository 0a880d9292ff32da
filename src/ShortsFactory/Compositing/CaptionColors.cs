using System.Globalization;
using System.Text.RegularExpressions;

namespace ShortsFactory.Compositing;

/// <summary>
/// Prepares the colours of an ASS document for drawing. ffmpeg draws captions by the BT.601 matrix, whatever the picture's
/// is; read by BT.709, pure green would come out a tenth too dark. So each colour is replaced by the one whose BT.601 code
/// is the BT.709 code of the colour that is meant; where there is none, by the nearest.
/// </summary>
internal static partial class CaptionColors
{
    /// <summary>The document with all its colours replaced; alpha values and everything else stay.</summary>
    public static string ForDrawing(string document) =>
        ColorPattern().Replace(document, match => $"{match.Groups["before"]}{ForDrawing(match.Groups["color"].ValueSpan)}");

    private static string ForDrawing(ReadOnlySpan<char> blueGreenRed)
    {
        var number = int.Parse(blueGreenRed, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var (red, green, blue) = (number & 0xFF, (number >> 8) & 0xFF, number >> 16);
        var luma = (0.2126 * red) + (0.7152 * green) + (0.0722 * blue);
        var (fromBlue, fromRed) = ((blue - luma) / 1.8556, (red - luma) / 1.5748);
        var drawnRed = Clip(luma + (1.402 * fromRed));
        var drawnGreen = Clip(luma - (0.344136 * fromBlue) - (0.714136 * fromRed));
        var drawnBlue = Clip(luma + (1.772 * fromBlue));
        return $"{drawnBlue:X2}{drawnGreen:X2}{drawnRed:X2}";
    }

    private static int Clip(double value) => (int)Math.Round(Math.Clamp(value, 0, 255));

    /// <summary>A colour in an override tag, such as <c>\1c&amp;H00D2FF&amp;</c>, or behind its alpha value in a Style line.</summary>
    [GeneratedRegex(
        @"(?<before>\\[1-4]?c&[Hh]|,&[Hh][0-9A-Fa-f]{2})(?<color>[0-9A-Fa-f]{6})(?![0-9A-Fa-f])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ColorPattern();
}
