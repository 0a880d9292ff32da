using ShortsFactory.Pipeline;
using SkiaSharp;

namespace ShortsFactory.Captions.Overlays;

/// <summary>Finds out how high a picture is that is shown so wide.</summary>
internal static class ImageSize
{
    /// <param name="path">Absolute path of the picture.</param>
    /// <param name="width">How wide it is shown.</param>
    /// <param name="setting">The setting of the script that may have named it.</param>
    /// <exception cref="InvalidInputException">It is no picture.</exception>
    public static (int Width, int Height) Of(string path, double width, string setting)
    {
        using var codec = SKCodec.Create(path);
        if (codec is null)
        {
            throw new InvalidInputException("it is no picture that can be read, or it is broken.", path)
            {
                Setting = setting,
                Advice = "png, jpg and webp are safe choices.",
            };
        }

        return (Even(width), Even(width * codec.Info.Height / codec.Info.Width));
    }

    private static int Even(double length) => Math.Max(2, 2 * (int)Math.Round(length / 2));
}
