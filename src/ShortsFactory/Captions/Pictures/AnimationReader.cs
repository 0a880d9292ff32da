using System.Buffers.Binary;
using SkiaSharp;

namespace ShortsFactory.Captions.Pictures;

/// <summary>Takes apart what <see cref="AnimatedPng"/> writes (PNG specification, third edition, section 11.3.6).</summary>
internal static class AnimationReader
{
    /// <summary>The animation's size and frames.</summary>
    public static (SKSizeI Size, IReadOnlyList<AnimationFrame> Frames) Read(byte[] animation)
    {
        byte[] header = [];
        List<(byte[] Control, List<byte[]> Data)> frames = [];
        foreach (var (type, data) in PngChunks.Read(animation))
        {
            switch (type)
            {
                case "IHDR":
                    header = data;
                    break;
                case "fcTL":
                    frames.Add((data, []));
                    break;
                case "IDAT":
                    frames[^1].Data.Add(data);
                    break;
                case "fdAT":
                    // Its first number only says where it comes in the sequence.
                    frames[^1].Data.Add(data[4..]);
                    break;
            }
        }

        return (new SKSizeI(Number(header, 0), Number(header, 4)), [.. frames.Select(frame => Frame(header, frame.Control, frame.Data))]);
    }

    /// <summary>Behind its number in the sequence, the control says width, height, offsets, and the delay as a fraction.</summary>
    private static AnimationFrame Frame(byte[] header, byte[] control, IEnumerable<byte[]> data)
    {
        using var png = new MemoryStream();
        png.Write(PngChunks.Signature);
        PngChunks.Write(png, "IHDR", [.. control[4..12], .. header[8..]]);
        foreach (var part in data)
        {
            PngChunks.Write(png, "IDAT", part);
        }

        PngChunks.Write(png, "IEND", []);
        var delay = TimeSpan.FromSeconds(BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(20))) / BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(22));
        return new AnimationFrame(png.ToArray(), new SKPointI(Number(control, 12), Number(control, 16)), delay);
    }

    private static int Number(byte[] data, int offset) => BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(offset));
}
