using SkiaSharp;

namespace ShortsFactory.Batches.Reports;

/// <summary>A cover made small enough to stand in a page beside hundreds of others.</summary>
internal static class Thumbnail
{
    private const int Height = 400;
    private const int Quality = 72;

    /// <summary>Writes it as JPEG; nothing, if the cover is no picture.</summary>
    public static void Write(string cover, string target)
    {
        using var codec = SKCodec.Create(cover);
        if (codec is null)
        {
            return;
        }

        // JPEG decodes to an eighth of its size at an eighth of the cost; the rest is done by scaling.
        var scale = (float)Height / codec.Info.Height;
        var near = codec.GetScaledDimensions(scale);
        using var decoded = SKBitmap.Decode(codec, codec.Info.WithSize(near));
        using var small = decoded?.Resize(new SKSizeI(Math.Max(1, (int)(codec.Info.Width * scale)), Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var encoded = small?.Encode(SKEncodedImageFormat.Jpeg, Quality);
        if (encoded is null)
        {
            return;
        }

        using var stream = File.Create(target);
        encoded.SaveTo(stream);
    }
}
