using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using SkiaSharp;

namespace ShortsFactory.Captions.Pictures;

/// <summary>The chunks of which PNG files consist (PNG specification, third edition, section 5).</summary>
internal static class PngChunks
{
    private const int LengthAndType = 8;
    private const int Checksum = 4;

    /// <summary>What every PNG file begins with.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The chunks of a file, in order.</summary>
    public static IEnumerable<(string Type, byte[] Data)> Read(byte[] png)
    {
        for (var position = Signature.Length; position < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(position));
            var data = position + LengthAndType;
            yield return (Encoding.ASCII.GetString(png, position + 4, 4), png[data..(data + length)]);
            position = data + length + Checksum;
        }
    }

    public static void Write(Stream stream, string type, byte[] data)
    {
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. data];
        stream.Write(Number(data.Length));
        stream.Write(checkedPart);
        stream.Write(Number((int)Crc32.HashToUInt32(checkedPart)));
    }

    /// <summary>A number as chunks hold it.</summary>
    public static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>A picture as a PNG file, written fast rather than small: it is read once or twice.</summary>
    public static byte[] Encode(SKBitmap picture)
    {
        using var pixels = picture.PeekPixels();
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, zLibLevel: 3));
        return data!.ToArray();
    }
}
