using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using ShortsFactory.Captions.Pictures;

namespace ShortsFactory.Compositing.Chunks;

/// <summary>Cuts what is shown in a span out of an animated PNG whose frames each replace the whole picture.</summary>
internal static class EmojiCut
{
    private const int LengthAndType = 8;
    private const int Checksum = 4;
    private const int DelayOffset = 20;

    private static readonly TimeSpan LastFrame = TimeSpan.FromMilliseconds(10);

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The animation from <paramref name="start"/> to <paramref name="end"/>, which begins at once; <see langword="null"/> if nothing is to be seen then.</summary>
    public static byte[]? Of(byte[] animation, TimeSpan start, TimeSpan end)
    {
        var frames = Frames(animation);
        // The last frame of every track is empty.
        var empty = frames[^1].Png;
        List<(byte[] Png, TimeSpan Length)> shown = [];
        var time = TimeSpan.Zero;
        foreach (var (png, length) in frames)
        {
            var (from, to) = (time > start ? time : start, time + length < end ? time + length : end);
            if (to > from)
            {
                shown.Add((png, to - from));
            }

            time += length;
        }

        return shown.TrueForAll(frame => frame.Png.AsSpan().SequenceEqual(empty)) ? null : AnimatedPng.Write([.. shown, (empty, LastFrame)]);
    }

    private static List<(byte[] Png, TimeSpan Length)> Frames(byte[] animation)
    {
        byte[] header = [];
        List<(List<byte[]> Data, TimeSpan Length)> frames = [];
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
                    frames.Add(([], Delay(data[DelayOffset..])));
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

        return [.. frames.Select(frame => (Png(header, frame.Data), frame.Length))];
    }

    private static TimeSpan Delay(ReadOnlySpan<byte> fraction) =>
        TimeSpan.FromSeconds(BinaryPrimitives.ReadUInt16BigEndian(fraction)) / BinaryPrimitives.ReadUInt16BigEndian(fraction[2..]);

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
