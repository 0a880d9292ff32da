using System.Runtime.InteropServices;

namespace ShortsFactory.Audio;

/// <summary>Turns the stored samples of a wave file into numbers with full scale at 1.</summary>
internal static class SampleDecoder
{
    /// <summary>Decodes as many samples as <paramref name="target"/> takes.</summary>
    /// <param name="source">The stored samples, little-endian.</param>
    /// <param name="format">How they are stored.</param>
    /// <param name="target">Takes the numbers; integers come out in [-1, 1), IEEE numbers as they are.</param>
    public static void Decode(ReadOnlySpan<byte> source, WaveFormat format, Span<float> target)
    {
        switch (format.Encoding, format.BitsPerSample)
        {
            case (WaveEncoding.Pcm, 8):
                DecodeUnsigned8(source, target);
                break;
            case (WaveEncoding.Pcm, 16):
                DecodeSigned16(MemoryMarshal.Cast<byte, short>(source), target);
                break;
            case (WaveEncoding.Pcm, 24):
                DecodeSigned24(source, target);
                break;
            case (WaveEncoding.Pcm, _):
                DecodeSigned32(MemoryMarshal.Cast<byte, int>(source), target);
                break;
            case (_, 32):
                MemoryMarshal.Cast<byte, float>(source)[..target.Length].CopyTo(target);
                break;
            default:
                DecodeDoubles(MemoryMarshal.Cast<byte, double>(source), target);
                break;
        }
    }

    private static void DecodeUnsigned8(ReadOnlySpan<byte> source, Span<float> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = (source[i] - 128) * (1f / 128);
        }
    }

    private static void DecodeSigned16(ReadOnlySpan<short> source, Span<float> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = source[i] * (1f / 32_768);
        }
    }

    private static void DecodeSigned24(ReadOnlySpan<byte> source, Span<float> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            var sample = source[3 * i] | (source[(3 * i) + 1] << 8) | ((sbyte)source[(3 * i) + 2] << 16);
            target[i] = sample * (1f / 8_388_608);
        }
    }

    private static void DecodeSigned32(ReadOnlySpan<int> source, Span<float> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = source[i] * (1f / 2_147_483_648);
        }
    }

    private static void DecodeDoubles(ReadOnlySpan<double> source, Span<float> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = (float)source[i];
        }
    }
}
