using System.Buffers.Binary;

namespace ShortsFactory.Media.Images;

/// <summary>The chunks of a PNG file (W3C Portable Network Graphics).</summary>
internal static class PngFile
{
    private const int Signature = 8;
    private const int ChunkHeader = 8;
    private const int Checksum = 4;

    /// <summary>Whether its pictures move: an animated PNG says so before the first one.</summary>
    public static bool IsAnimated(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> header = stackalloc byte[ChunkHeader];
        for (long position = Signature; position < file.Length;)
        {
            file.Position = position;
            if (file.ReadAtLeast(header, ChunkHeader, throwOnEndOfStream: false) < ChunkHeader || header[4..].SequenceEqual("IDAT"u8))
            {
                return false;
            }

            if (header[4..].SequenceEqual("acTL"u8))
            {
                return true;
            }

            position += ChunkHeader + BinaryPrimitives.ReadUInt32BigEndian(header) + Checksum;
        }

        return false;
    }
}
