using System.Runtime.InteropServices;

namespace ShortsFactory.Tests.Recognition;

/// <summary>Reads and writes the waves of these tests: 44 bytes of header, then PCM 16 bit, mono, 16 kHz.</summary>
internal static class SpokenWave
{
    private const int HeaderLength = 44;

    public static short[] Read(string path) => MemoryMarshal.Cast<byte, short>(File.ReadAllBytes(path).AsSpan(HeaderLength)).ToArray();

    public static void Write(string path, IReadOnlyList<short> samples)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write("RIFF"u8);
        writer.Write(HeaderLength - 8 + (samples.Count * 2));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(16_000);
        writer.Write(32_000);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(samples.Count * 2);
        writer.Write(MemoryMarshal.AsBytes(samples.ToArray().AsSpan()));
    }

    /// <summary>Where the sound lies, with 40 ms around it, as the audio stage cuts it.</summary>
    public static (long Start, long End) Trim(ReadOnlySpan<short> samples)
    {
        const int Margin = 640;
        var first = samples.IndexOfAnyExceptInRange((short)-100, (short)100);
        var last = samples.LastIndexOfAnyExceptInRange((short)-100, (short)100);
        return (Math.Max(0, first - Margin), Math.Min(samples.Length, last + Margin));
    }
}
