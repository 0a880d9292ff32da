using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using ShortsFactory.Captions.Pictures;
using SkiaSharp;

namespace ShortsFactory.Compositing.Chunks;

/// <summary>Cuts what is shown in a span out of an animated PNG, in which pixels stay until others replace them.</summary>
internal static class EmojiCut
{
    private const int LengthAndType = 8;
    private const int Checksum = 4;

    private static readonly TimeSpan LastFrame = TimeSpan.FromMilliseconds(10);

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The animation from <paramref name="start"/> to <paramref name="end"/>, which begins at once; <see langword="null"/> if nothing is to be seen then.</summary>
    public static byte[]? Of(byte[] animation, TimeSpan start, TimeSpan end)
    {
        var (size, frames) = Read(animation);
        using var canvas = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        canvas.Erase(SKColors.Transparent);
        List<AnimationFrame> shown = [];
        var isSeen = false;
        var time = TimeSpan.Zero;
        foreach (var frame in frames)
        {
            var (from, to) = (time > start ? time : start, time + frame.Length < end ? time + frame.Length : end);
            time += frame.Length;
            if (from >= end)
            {
                break;
            }

            Replace(canvas, frame);
            if (to <= from)
            {
                continue;
            }

            // The first one brings what came before it and is still there.
            shown.Add(shown.Count == 0 ? new AnimationFrame(Encode(canvas), default, to - from) : frame with { Length = to - from });
            isSeen |= canvas.Bytes.AsSpan().ContainsAnyExcept((byte)0);
        }

        if (!isSeen)
        {
            return null;
        }

        canvas.Erase(SKColors.Transparent);
        return AnimatedPng.Write(size, [.. shown, new AnimationFrame(Encode(canvas), default, LastFrame)]);
    }

    private static void Replace(SKBitmap canvas, AnimationFrame frame)
    {
        using var picture = SKBitmap.Decode(frame.Png);
        using var surface = new SKCanvas(canvas);
        using var paint = new SKPaint { BlendMode = SKBlendMode.Src };
        surface.DrawBitmap(picture, frame.Offset.X, frame.Offset.Y, paint);
    }

    private static byte[] Encode(SKBitmap canvas)
    {
        using var pixels = canvas.PeekPixels();
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, zLibLevel: 3));
        return data!.ToArray();
    }

    private static (SKSizeI Size, List<AnimationFrame> Frames) Read(byte[] animation)
    {
        byte[] header = [];
        List<(byte[] Control, List<byte[]> Data)> frames = [];
        for (var position = Signature.Length; position < animation.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(animation.AsSpan(position));
            var data = animation.AsSpan(position + LengthAndType, length);
            switch (Encoding.ASCII.GetString(animation, position + 4, 4))
            {
                case "IHDR":
                    header = data.ToArray();
                    break;
                case "fcTL":
                    // Behind the number that says where it comes in the sequence: size, offset, delay.
                    frames.Add((data[4..].ToArray(), []));
                    break;
                case "IDAT":
                    frames[^1].Data.Add(data.ToArray());
                    break;
                case "fdAT":
                    frames[^1].Data.Add(data[4..].ToArray());
                    break;
            }

            position += LengthAndType + length + Checksum;
        }

        return (new SKSizeI(Number(header, 0), Number(header, 4)), [.. frames.Select(frame => Frame(header, frame.Control, frame.Data))]);
    }

    private static AnimationFrame Frame(byte[] header, byte[] control, IEnumerable<byte[]> data)
    {
        var delay = TimeSpan.FromSeconds(BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(16))) / BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(18));
        return new AnimationFrame(Png([.. control[..8], .. header[8..]], data), new SKPointI(Number(control, 8), Number(control, 12)), delay);
    }

    private static int Number(byte[] data, int offset) => BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(offset));

    private static byte[] Png(byte[] header, IEnumerable<byte[]> data)
    {
        using var stream = new MemoryStream();
        stream.Write(Signature);
        Write(stream, "IHDR", header);
        foreach (var part in data)
        {
            Write(stream, "IDAT", part);
        }

        Write(stream, "IEND", []);
        return stream.ToArray();
    }

    private static void Write(MemoryStream stream, string type, byte[] data)
    {
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(checkedPart);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(checkedPart));
        stream.Write(number);
    }
}
