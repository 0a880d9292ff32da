using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using SkiaSharp;

namespace ShortsFactory.Captions.Pictures;

/// <summary>
/// Writes pictures that follow each other as one animated PNG (PNG specification, third edition, section 11.3.6). Unlike a
/// list of files it has a clock of its own, exact to the hundredth of a second.
/// </summary>
internal static class AnimatedPng
{
    private const int ClockRate = 100;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The animation of <paramref name="frames"/>, the first of which covers all of it; what a frame does not cover stays.</summary>
    public static byte[] Write(SKSizeI size, IReadOnlyList<AnimationFrame> frames)
    {
        var parts = frames.SelectMany(frame => Split(frame.Length).Select(delay => (Frame: frame, Delay: delay))).ToArray();
        using var stream = new MemoryStream();
        stream.Write(Signature);
        Write(stream, "IHDR", [.. Number(size.Width), .. Number(size.Height), .. Header(parts[0].Frame)[8..]]);
        Write(stream, "acTL", [.. Number(parts.Length), .. Number(1)]);
        var sequence = 0;
        foreach (var (index, (frame, delay)) in parts.Index())
        {
            // Size, offset, the delay as a fraction; the pixels stay until others replace them.
            byte[] place = [.. Header(frame)[..8], .. Number(frame.Offset.X), .. Number(frame.Offset.Y)];
            Write(stream, "fcTL", [.. Number(sequence++), .. place, .. Short(delay), .. Short(ClockRate), 0, 0]);
            foreach (var data in Data(frame.Png, "IDAT"))
            {
                Write(stream, index == 0 ? "IDAT" : "fdAT", index == 0 ? data : [.. Number(sequence++), .. data]);
            }
        }

        Write(stream, "IEND", []);
        return stream.ToArray();
    }

    private static byte[] Header(AnimationFrame frame) => Data(frame.Png, "IHDR").Single();

    /// <summary>A delay has 16 bits, and ffmpeg wonders at a frame of more than a minute: longer times are cut.</summary>
    private static IEnumerable<int> Split(TimeSpan length)
    {
        const int longest = 30 * ClockRate;
        for (var left = (int)Math.Round(length.TotalSeconds * ClockRate); left > 0; left -= longest)
        {
            yield return Math.Min(left, longest);
        }
    }

    /// <summary>What a PNG's chunks of one type hold.</summary>
    private static IEnumerable<byte[]> Data(byte[] png, string type)
    {
        const int lengthAndType = 8;
        const int checksum = 4;
        for (var position = Signature.Length; position < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(position));
            var data = position + lengthAndType;
            if (string.Equals(Encoding.ASCII.GetString(png, position + 4, 4), type, StringComparison.Ordinal))
            {
                yield return png[data..(data + length)];
            }

            position = data + length + checksum;
        }
    }

    private static void Write(MemoryStream stream, string type, byte[] data)
    {
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. data];
        stream.Write(Number(data.Length));
        stream.Write(checkedPart);
        stream.Write(Number((int)Crc32.HashToUInt32(checkedPart)));
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Short(int value) => Number(value)[2..];
}
