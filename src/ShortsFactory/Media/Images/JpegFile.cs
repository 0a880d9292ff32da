using System.Buffers.Binary;

namespace ShortsFactory.Media.Images;

/// <summary>The markers of a JPEG file (ITU-T T.81, annex B).</summary>
internal static class JpegFile
{
    private const int Cmyk = 4;
    private const int MarkerHeader = 4;

    /// <summary>Whether its pixels are inks instead of light: pictures for print have four components.</summary>
    public static bool IsCmyk(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> header = stackalloc byte[MarkerHeader + 6];
        for (long position = 2; position < file.Length;)
        {
            file.Position = position;
            if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || header[0] != 0xFF)
            {
                return false;
            }

            // The markers of frames, between which those of tables stand.
            if (header[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return header[9] == Cmyk;
            }

            position += 2 + BinaryPrimitives.ReadUInt16BigEndian(header[2..]);
        }

        return false;
    }
}
