using System.Buffers.Binary;

namespace ShortsFactory.Media.Images;

/// <summary>The pictures of a moving WebP, as its file tells them (WebP Container Specification).</summary>
/// <param name="Width">Width of every picture in pixels.</param>
/// <param name="Height">Height of every picture in pixels.</param>
/// <param name="Durations">How long each picture is shown.</param>
internal sealed record WebpAnimation(int Width, int Height, IReadOnlyList<TimeSpan> Durations)
{
    private const int FileHeader = 12;
    private const int ChunkHeader = 8;
    private const int AnimationFlag = 0x02;
    private const int FrameLimit = 100_000;

    /// <summary>What browsers show a picture for whose duration is 10 ms or less, as of a gif.</summary>
    private static readonly TimeSpan Unset = TimeSpan.FromMilliseconds(100);

    /// <summary>How many pixels all pictures have together.</summary>
    public long Pixels => (long)Width * Height * Durations.Count;

    /// <summary>Reads a file's chunks; <see langword="null"/> if it is a single picture.</summary>
    public static WebpAnimation? Read(string path)
    {
        using var file = File.OpenRead(path);
        var header = new byte[ChunkHeader + 16];
        var (width, height) = (0, 0);
        var durations = new List<TimeSpan>();
        for (long position = FileHeader; position + ChunkHeader <= file.Length && durations.Count < FrameLimit;)
        {
            file.Position = position;
            var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            var body = header.AsSpan(ChunkHeader, Math.Max(0, read - ChunkHeader));
            if (header.AsSpan().StartsWith("VP8X"u8) && body.Length >= 10)
            {
                if ((body[0] & AnimationFlag) == 0)
                {
                    return null;
                }

                (width, height) = (1 + Number24(body[4..]), 1 + Number24(body[7..]));
            }
            else if (header.AsSpan().StartsWith("ANMF"u8) && body.Length >= 16)
            {
                var duration = TimeSpan.FromMilliseconds(Number24(body[12..]));
                durations.Add(duration > TimeSpan.FromMilliseconds(10) ? duration : Unset);
            }

            // Chunks are padded to even lengths.
            long length = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
            position += ChunkHeader + length + (length % 2);
        }

        return width > 0 && durations.Count > 0 ? new WebpAnimation(width, height, durations) : null;
    }

    private static int Number24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
