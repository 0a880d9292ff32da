using System.Buffers.Binary;

namespace ShortsFactory.Media;

/// <summary>The outer boxes of an mp4 file (ISO/IEC 14496-12, 4.2).</summary>
internal static class Mp4File
{
    private const int Header = 8;
    private const int LongHeader = 16;

    /// <summary>Whether the file is there, ends where its last box does, and has an index: one whose writing broke off has not, whatever the writer said.</summary>
    public static bool IsWhole(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenRead(path);
        Span<byte> header = stackalloc byte[LongHeader];
        var hasIndex = false;
        var position = 0L;
        while (position < file.Length)
        {
            file.Position = position;
            header.Clear();
            if (file.ReadAtLeast(header, LongHeader, throwOnEndOfStream: false) < Header)
            {
                return false;
            }

            long size = BinaryPrimitives.ReadUInt32BigEndian(header);
            size = size == 1 ? BinaryPrimitives.ReadInt64BigEndian(header[Header..]) : size;
            if (size < Header || size > file.Length - position)
            {
                return false;
            }

            hasIndex |= header[4..Header].SequenceEqual("moov"u8);
            position += size;
        }

        return hasIndex;
    }
}
