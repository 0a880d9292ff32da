using System.Buffers.Binary;

namespace ShortsFactory.Audio;

/// <summary>Reads the body of a 'fmt ' chunk: WAVEFORMAT, WAVEFORMATEX or WAVEFORMATEXTENSIBLE.</summary>
internal static class WaveFormatChunk
{
    private const ushort Pcm = 1;
    private const ushort Float = 3;
    private const ushort Extensible = 0xFFFE;

    // The GUIDs of the subformats differ in their first two bytes only, which hold the tag of the plain format.
    private static ReadOnlySpan<byte> SubformatTail => [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    /// <summary>Returns the format that the chunk describes.</summary>
    /// <param name="chunk">The chunk's body, 16 to 40 bytes of it.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="WaveFormatException">The format is damaged or not supported.</exception>
    public static WaveFormat Parse(ReadOnlySpan<byte> chunk, string path)
    {
        var tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        var blockAlign = BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
        if (tag == Extensible)
        {
            tag = SubformatTag(chunk, path);
        }

        var encoding = (tag, bits) switch
        {
            (Pcm, 8 or 16 or 24 or 32) => WaveEncoding.Pcm,
            (Float, 32 or 64) => WaveEncoding.Float,
            (Pcm or Float, _) => throw new WaveFormatException(path, $"its samples have {bits} bits, which is not supported"),
            _ => throw new WaveFormatException(path, $"its samples are compressed (format tag {tag})"),
        };
        if (channels is 0 or > 32)
        {
            throw new WaveFormatException(path, $"it claims {channels} channels");
        }

        if (rate is < 1_000 or > 192_000)
        {
            throw new WaveFormatException(path, $"it claims a sample rate of {rate} Hz");
        }

        var format = new WaveFormat { Encoding = encoding, SampleRate = (int)rate, Channels = channels, BitsPerSample = bits };
        return blockAlign == format.BlockAlign
            ? format
            : throw new WaveFormatException(path, $"it claims {blockAlign} bytes a frame where {channels} x {bits} bits make {format.BlockAlign}");
    }

    private static ushort SubformatTag(ReadOnlySpan<byte> chunk, string path)
    {
        if (chunk.Length < 40)
        {
            throw new WaveFormatException(path, $"its extensible 'fmt ' chunk has {chunk.Length} bytes instead of 40");
        }

        return chunk[26..40].SequenceEqual(SubformatTail)
            ? BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..])
            : throw new WaveFormatException(path, "its extensible format is neither PCM nor IEEE float");
    }
}
