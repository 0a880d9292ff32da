using System.Buffers.Binary;

namespace ShortsFactory.Media;

/// <summary>The boxes of an mp4 file (ISO/IEC 14496-12, 4.2 and 8.7.3.2).</summary>
internal static class Mp4File
{
    private const int Header = 8;
    private const int LongHeader = 16;

    /// <summary>Where a box of sample sizes has their count: behind its header, its version and the size that all have.</summary>
    private const int CountOffset = Header + 8;

    /// <summary>Whether the file is there, ends where its last box does, and has an index: one whose writing broke off has not, whatever the writer said.</summary>
    public static bool IsWhole(string path) => IndexOf(path) is not null;

    /// <summary>
    /// Whether the file ends within the pictures, the sound or the index of them. Less strict than <see cref="IsWhole"/>, for files of others: what else lies
    /// behind the last box does no harm.
    /// </summary>
    public static bool EndsEarly(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> header = stackalloc byte[LongHeader];
        for (long position = 0, size; position + Header <= file.Length; position += size)
        {
            file.Position = position;
            header.Clear();
            _ = file.ReadAtLeast(header, LongHeader, throwOnEndOfStream: false);
            size = BinaryPrimitives.ReadUInt32BigEndian(header);
            size = size == 1 ? BinaryPrimitives.ReadInt64BigEndian(header[Header..]) : size;
            if (size < Header)
            {
                // The last box may leave its length open.
                return false;
            }

            if (size > file.Length - position)
            {
                return System.Text.Encoding.Latin1.GetString(header[4..Header]) is "mdat" or "moov" or "moof";
            }
        }

        return false;
    }

    /// <summary>The frames of a file with one track; <see langword="null"/> if it is not whole.</summary>
    public static long? CountSamples(string path)
    {
        ReadOnlySpan<byte> box = IndexOf(path);
        foreach (var inner in (string[])["trak", "mdia", "minf", "stbl", "stsz"])
        {
            box = Find(box, inner);
        }

        return box.Length >= CountOffset + sizeof(uint) ? BinaryPrimitives.ReadUInt32BigEndian(box[CountOffset..]) : null;
    }

    /// <summary>The index of a whole file: the box <c>moov</c>.</summary>
    private static byte[]? IndexOf(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = File.OpenRead(path);
        Span<byte> header = stackalloc byte[LongHeader];
        byte[]? index = null;
        var position = 0L;
        while (position < file.Length)
        {
            file.Position = position;
            header.Clear();
            if (file.ReadAtLeast(header, LongHeader, throwOnEndOfStream: false) < Header)
            {
                return null;
            }

            long size = BinaryPrimitives.ReadUInt32BigEndian(header);
            size = size == 1 ? BinaryPrimitives.ReadInt64BigEndian(header[Header..]) : size;
            if (size < Header || size > file.Length - position)
            {
                return null;
            }

            if (header[4..Header].SequenceEqual("moov"u8) && size <= int.MaxValue)
            {
                file.Position = position;
                index = new byte[size];
                file.ReadExactly(index);
            }

            position += size;
        }

        return index;
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

            if (System.Text.Ascii.Equals(rest[4..Header], kind))
            {
                return rest[..size];
            }

            rest = rest[size..];
        }

        return [];
    }
}
