using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using SkiaSharp;

namespace ShortsFactory.Captions.Pictures;

/// <summary>Takes apart what <see cref="AnimatedPng"/> writes (PNG specification, third edition, section 11.3.6).</summary>
internal static class AnimationReader
{
    private const int LengthAndType = 8;
    private const int Checksum = 4;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The animation's size and frames.</summary>
    public static (SKSizeI Size, IReadOnlyList<AnimationFrame> Frames) Read(byte[] animation)
    {
        byte[] header = [];
        List<(byte[] Control, List<byte[]> Data)> frames = [];
        for (var position = Signature.Length; position < animation.Length;)
        {
            var length = Number(animation.AsSpan(position));
            var data = animation.AsSpan(position + LengthAndType, length);
            switch (Encoding.ASCII.GetString(animation, position + 4, 4))
            {
                case "IHDR":
                    header = data.ToArray();
                    break;
                case "fcTL":
                    frames.Add((data.ToArray(), []));
                    break;
                case "IDAT":
                    frames[^1].Data.Add(data.ToArray());
                    break;
                case "fdAT":
                    // Its first number only says where it comes in the sequence.
                    frames[^1].Data.Add(data[4..].ToArray());
                    break;
            }

            position += LengthAndType + length + Checksum;
        }

        return (new SKSizeI(Number(header), Number(header.AsSpan(4))), [.. frames.Select(frame => Frame(header, frame.Control, frame.Data))]);
    }

    /// <summary>Behind its number in the sequence, the control says width, height, offsets, and the delay as a fraction.</summary>
    private static AnimationFrame Frame(byte[] header, byte[] control, IEnumerable<byte[]> data)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        Write(png, "IHDR", [.. control[4..12], .. header[8..]]);
        foreach (var part in data)
        {
            Write(png, "IDAT", part);
        }

        Write(png, "IEND", []);
        var delay = TimeSpan.FromSeconds(BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(20))) / BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(22));
        return new AnimationFrame(png.ToArray(), new SKPointI(Number(control.AsSpan(12)), Number(control.AsSpan(16))), delay);
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

    private static int Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);
}
