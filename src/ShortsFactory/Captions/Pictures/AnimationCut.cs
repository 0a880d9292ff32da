using SkiaSharp;

namespace ShortsFactory.Captions.Pictures;

/// <summary>Cuts spans out of an animated PNG whose frames each replace the pixels that they cover.</summary>
internal static class AnimationCut
{
    /// <summary>For each span the animation of it, which begins at once; <see langword="null"/> where nothing is to be seen. Each frame is drawn once.</summary>
    /// <param name="animation">The whole.</param>
    /// <param name="spans">The beginnings and ends of the spans, in the order of time.</param>
    public static IEnumerable<byte[]?> Of(byte[] animation, IEnumerable<(TimeSpan Start, TimeSpan End)> spans)
    {
        var (size, frames) = AnimationReader.Read(animation);
        var canvas = new Canvas(size);
        var (next, begin) = (0, TimeSpan.Zero);
        foreach (var (start, end) in spans)
        {
            for (; next < frames.Count && begin <= start; next++)
            {
                canvas.Draw(frames[next]);
                begin += frames[next].Length;
            }

            List<AnimationFrame> shown = [];
            for (var (index, time) = (next, begin); index < frames.Count && time < end; index++)
            {
                shown.Add(frames[index]);
                time += frames[index].Length;
            }

            var first = begin > start ? begin - start : TimeSpan.Zero;
            yield return canvas.HasPixels || shown.Exists(Canvas.IsVisible)
                ? AnimatedPng.Write(size, [new AnimationFrame(canvas.Encode(), default, first), .. shown])
                : null;
        }
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
            return PngChunks.Encode(bitmap);
        }

        private static SKBitmap Decode(AnimationFrame frame)
        {
            var bounds = SKBitmap.DecodeBounds(frame.Png);
            return SKBitmap.Decode(frame.Png, Info(bounds.Width, bounds.Height));
        }

        private static SKImageInfo Info(int width, int height) => new(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
    }
}
