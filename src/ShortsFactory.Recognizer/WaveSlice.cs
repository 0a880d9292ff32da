using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ShortsFactory.Recognizer;

/// <summary>Reads a part of a wave file in the one form that recognition takes: PCM, 16 bit, mono, 16 kHz.</summary>
internal static class WaveSlice
{
    /// <summary>The sample rate of every file, in hertz.</summary>
    public const int SampleRate = 16_000;

    private const int LongestSlice = 15 * 60 * SampleRate;

    /// <summary>The samples from <paramref name="startSample"/> to one before <paramref name="endSample"/>.</summary>
    /// <exception cref="RefusedException">The file is of another form, or shorter than asked for.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static short[] Read(string path, long startSample, long endSample)
    {
        if (startSample < 0 || endSample <= startSample || endSample - startSample > LongestSlice)
        {
            throw new RefusedException($"The samples {startSample} to {endSample} are no slice of at most 15 minutes.");
        }

        using var stream = File.OpenRead(path);
        var (offset, length) = FindData(stream, path);
        if (endSample * sizeof(short) > length)
        {
            throw new RefusedException($"'{path}' ends at sample {length / sizeof(short)}, before {endSample}.");
        }

        var samples = new short[endSample - startSample];
        stream.Position = offset + (startSample * sizeof(short));
        stream.ReadExactly(MemoryMarshal.AsBytes(samples.AsSpan()));
        return samples;
    }

    private static (long Offset, long Length) FindData(FileStream stream, string path)
    {
        Span<byte> header = stackalloc byte[12];
        Span<byte> format = stackalloc byte[16];
        format.Clear();
        if (!TryFill(stream, header) || !header[..4].SequenceEqual("RIFF"u8) || !header[8..].SequenceEqual("WAVE"u8))
        {
            throw new RefusedException($"'{path}' is not a wave file.");
        }

        while (TryFill(stream, header[..8]))
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            if (header[..4].SequenceEqual("data"u8))
            {
                CheckFormat(format, path);
                return (stream.Position, Math.Min(length, stream.Length - stream.Position));
            }

            var next = stream.Position + length + (length & 1);
            if (header[..4].SequenceEqual("fmt "u8) && length >= format.Length)
            {
                stream.ReadExactly(format);
            }

            stream.Position = next;
        }

        throw new RefusedException($"'{path}' holds no samples.");
    }

    private static void CheckFormat(ReadOnlySpan<byte> format, string path)
    {
        var coding = BinaryPrimitives.ReadUInt16LittleEndian(format);
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        if (coding != 1 || channels != 1 || rate != SampleRate || bits != 16)
        {
            throw new RefusedException(
                $"'{path}' is not PCM 16 bit mono 16 kHz but coding {coding}, {bits} bit, {channels} channels, {rate} Hz.");
        }
    }

    private static bool TryFill(FileStream stream, Span<byte> buffer) => stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;
}
