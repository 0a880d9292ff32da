using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using SkiaSharp;

namespace ShortsFactory.Previews;

/// <summary>Puts a picture where the user wants it, in the format that the file's name asks for.</summary>
internal static class PictureFile
{
    private const int JpegQuality = 88;

    /// <summary>Refuses a name that is neither .png nor .jpg, before anything is rendered.</summary>
    /// <exception cref="InvalidInputException">It is another one.</exception>
    public static void Check(string path)
    {
        if (!IsPng(path) && !IsJpeg(path))
        {
            throw new InvalidInputException($"the picture '{path}' is named neither .png nor .jpg.") { Advice = "Name it so, for example -o preview.png." };
        }
    }

    /// <summary>Publishes a PNG file, as it is or as a JPEG.</summary>
    public static async Task PublishAsync(string png, string path, CancellationToken cancellationToken)
    {
        Check(path);
        if (IsPng(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await AtomicFile.PublishAsync(png, path, cancellationToken).ConfigureAwait(false);
            return;
        }

        using var image = SKBitmap.Decode(png);
        await PublishAsync(image, path, Path.ChangeExtension(png, ".encoded"), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Publishes a picture, encoded by way of a temporary file.</summary>
    public static async Task PublishAsync(SKBitmap image, string path, string temporary, CancellationToken cancellationToken)
    {
        Check(path);
        using (var data = image.Encode(IsPng(path) ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, JpegQuality))
        {
            await File.WriteAllBytesAsync(temporary, data.ToArray(), cancellationToken).ConfigureAwait(false);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await AtomicFile.PublishAsync(temporary, path, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsPng(string path) => Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase);

    private static bool IsJpeg(string path) => Path.GetExtension(path).ToUpperInvariant() is ".JPG" or ".JPEG";
}
