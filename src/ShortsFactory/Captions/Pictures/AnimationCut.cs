using SkiaSharp;

namespace ShortsFactory.Captions.Pictures;

/// <summary>Cuts what is shown in a span out of an animated PNG whose frames each replace the pixels that they cover.</summary>
internal static class AnimationCut
{
    /// <summary>The animation from <paramref name="start"/> to <paramref name="end"/>, which begins at once; <see langword="null"/> if nothing is to be seen then.</summary>
    public static byte[]? Of(byte[] animation, TimeSpan start, TimeSpan end)
    {
        var (size, frames) = AnimationReader.Read(animation);
        var first = new Canvas(size);
        List<AnimationFrame> shown = [];
        var isVisible = false;
        var (time, begun) = (TimeSpan.Zero, start);
        foreach (var frame in frames)
        {
            if (time >= end)
            {
                break;
            }

            if (time <= start)
            {
                first.Draw(frame);
            }
            else
            {
                shown.Add(frame);
                isVisible |= Canvas.IsVisible(frame);
            }

            time += frame.Length;
            begun = time > start && shown.Count == 0 ? time : begun;
        }

        return isVisible || first.HasPixels ? AnimatedPng.Write(size, [new AnimationFrame(first.Encode(), default, begun - start), .. shown]) : null;
    }

    /// <summary>The picture as frames have left it; straight alpha all the way, so that no pixel changes.</summary>
    private sealed class Canvas(SKSizeI size)
    {
        private const int BytesPerPixel = 4;

        private readonly byte[] _pixels = new byte[size.Width * size.Height * BytesPerPixel];

        public bool HasPixels => _pixels.AsSpan().ContainsAnyExcept((byte)0);

        public static bool IsVisible(AnimationFrame frame)
        {
            using var bitmap = Decode(frame);
            return bitmap.Bytes.AsSpan().ContainsAnyExcept((byte)0);
        }

        public void Draw(AnimationFrame frame)
        {
            using var bitmap = Decode(frame);
            var (pixels, row) = (bitmap.Bytes, bitmap.Width * BytesPerPixel);
            for (var y = 0; y < bitmap.Height; y++)
            {
                var target = (((frame.Offset.Y + y) * size.Width) + frame.Offset.X) * BytesPerPixel;
                pixels.AsSpan(y * row, row).CopyTo(_pixels.AsSpan(target));
            }
        }

        public byte[] Encode()
        {
            using var bitmap = new SKBitmap(Info(size.Width, size.Height));
            _pixels.CopyTo(bitmap.GetPixelSpan());
            using var pixels = bitmap.PeekPixels();
            using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, zLibLevel: 3));
            return data!.ToArray();
        }

        private static SKBitmap Decode(AnimationFrame frame)
        {
            var bounds = SKBitmap.DecodeBounds(frame.Png);
            return SKBitmap.Decode(frame.Png, Info(bounds.Width, bounds.Height));
        }

        private static SKImageInfo Info(int width, int height) => new(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
    }
}
