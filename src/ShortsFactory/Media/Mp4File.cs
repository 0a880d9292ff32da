using System.Buffers.Binary;
using System.Text;

namespace ShortsFactory.Media;

/// <summary>The boxes of an mp4 file (ISO/IEC 14496-12, 4.2 and 8.7.3.2).</summary>
internal static class Mp4File
{
    private const int Header = 8;
    private const int LongHeader = 16;

    /// <summary>Where a box of sample sizes has their count: behind its header, its version and the size that all have.</summary>
    private const int CountOffset = Header + 8;

    /// <summary>Whether the file is there, ends where its last box does, and has an index: one whose writing broke off has not, whatever the writer said.</summary>
    public static bool IsWhole(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenRead(path);
        var boxes = Boxes(file).ToArray();
        return boxes.Any(box => box.Kind is "moov") && boxes[^1] is var last && last.Size >= Header && last.Position + last.Size == file.Length;
    }

    /// <summary>
    /// Whether the file ends within the pictures, the sound or the index of them. Less strict than <see cref="IsWhole"/>, for files of others: what else lies
    /// behind the last box does no harm, and the last box may leave its length open.
    /// </summary>
    public static bool EndsEarly(string path)
    {
        using var file = File.OpenRead(path);
        return Boxes(file).Any(box => box.Size > file.Length - box.Position && box.Kind is ("mdat" or "moov" or "moof"));
    }

    /// <summary>The frames of a file with one track; <see langword="null"/> if it is not whole.</summary>
    public static long? CountSamples(string path)
    {
        if (!IsWhole(path))
        {
            return null;
        }

        ReadOnlySpan<byte> box = ReadIndex(path);
        foreach (var inner in (string[])["trak", "mdia", "minf", "stbl", "stsz"])
        {
            box = Find(box, inner);
        }

        return box.Length >= CountOffset + sizeof(uint) ? BinaryPrimitives.ReadUInt32BigEndian(box[CountOffset..]) : null;
    }

    private static byte[] ReadIndex(string path)
    {
        using var file = File.OpenRead(path);
        var (_, position, size) = Boxes(file).First(box => box.Kind is "moov");
        var index = new byte[size];
        file.Position = position;
        file.ReadExactly(index);
        return index;
    }

    /// <summary>The outer boxes, to the end of the file or to the one whose size makes no sense or goes beyond it; that one too.</summary>
    private static IEnumerable<(string Kind, long Position, long Size)> Boxes(FileStream file)
    {
        var header = new byte[LongHeader];
        for (long position = 0, size; position + Header <= file.Length; position += size)
        {
            file.Position = position;
            Array.Clear(header);
            _ = file.ReadAtLeast(header, LongHeader, throwOnEndOfStream: false);
            size = BinaryPrimitives.ReadUInt32BigEndian(header);
            size = size == 1 ? BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(Header)) : size;
            yield return (Encoding.Latin1.GetString(header, 4, 4), position, size);
            if (size < Header || size > file.Length - position)
            {
                yield break;
            }
        }
    }

    /// <summary>The first box of a kind inside another one, whose header is short; empty if there is none.</summary>
    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> outer, string kind)
    {
        var rest = outer.Length < Header ? [] : outer[Header..];
        while (rest.Length >= Header)
        {
            var size = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(rest), (uint)rest.Length);
            if (size < Header)
            {
                break;
            }

            if (Ascii.Equals(rest[4..Header], kind))
            {
                return rest[..size];
            }

            rest = rest[size..];
        }

        return [];
    }
}
