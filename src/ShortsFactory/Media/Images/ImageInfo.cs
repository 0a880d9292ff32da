using System.Globalization;

namespace ShortsFactory.Media.Images;

/// <summary>What ImageMagick says of a picture without decoding it.</summary>
internal sealed record ImageInfo
{
    private const char Separator = '|';
    private const int FirstOrientationThatSwapsSides = 5;

    private static readonly string[] Orientations = ["TopLeft", "TopRight", "BottomRight", "BottomLeft", "LeftTop", "RightTop", "RightBottom", "LeftBottom"];

    /// <summary>What ImageMagick is asked to print, for <see cref="Parse"/>.</summary>
    public const string Question = @"%w|%h|%[colorspace]|%A|%[orientation]|%[profile:icc]\n";

    /// <summary>Width in pixels as shown.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels as shown.</summary>
    public required int Height { get; init; }

    /// <summary>Whether pixels may be transparent.</summary>
    public bool HasAlpha { get; init; }

    /// <summary>Whether the file says by an ICC profile what its numbers look like.</summary>
    public bool HasProfile { get; init; }

    /// <summary>How many pixels it has.</summary>
    public long Pixels => (long)Width * Height;

    /// <summary>Reads the answer; <see langword="null"/> if it is none.</summary>
    /// <param name="output">What was printed.</param>
    /// <param name="format">What it was asked of.</param>
    public static ImageInfo? Parse(string output, ImageFormat format)
    {
        var parts = output.Split('\n')[0].Split(Separator);
        if (parts.Length < 6
            || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out var width)
            || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var height)
            || width <= 0
            || height <= 0)
        {
            return null;
        }

        var isTurned = !format.IsHeif && Array.IndexOf(Orientations, parts[4]) + 1 >= FirstOrientationThatSwapsSides;
        return new ImageInfo
        {
            Width = isTurned ? height : width,
            Height = isTurned ? width : height,
            HasAlpha = parts[3] is not ("False" or "Off" or "Undefined"),
            HasProfile = parts[5].Trim().Length > 0,
        };
    }
}
