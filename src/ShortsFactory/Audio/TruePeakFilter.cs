using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ShortsFactory.Audio;

/// <summary>
/// Finds the peaks between samples by oversampling to at least 192 kHz (ITU-R BS.1770-4, annex 2), with a polyphase filter of 24
/// taps where the annex's example has 12. Thread-safe.
/// </summary>
internal sealed class TruePeakFilter
{
    /// <summary>Samples that one interpolated value depends on.</summary>
    public const int Taps = 24;

    /// <summary>Samples of <see cref="Taps"/> that lie before the one whose neighbourhood is examined.</summary>
    public const int TapsBefore = (Taps / 2) - 1;

    private const double OversampledRate = 192_000;
    private const double StopBandDecibels = 60;

    private readonly float[] _phases;

    public TruePeakFilter(int sampleRate)
    {
        var factor = (int)Math.Ceiling(OversampledRate / sampleRate);
        var filter = new WindowedSinc(Taps / 2, cutoff: 0.5, StopBandDecibels);
        _phases = new float[(factor - 1) * Taps];
        for (var phase = 1; phase < factor; phase++)
        {
            filter.Sample((double)phase / factor, _phases.AsSpan((phase - 1) * Taps, Taps));
        }
    }

    /// <summary>The highest magnitude at <paramref name="count"/> samples and between each of them and the next one.</summary>
    /// <param name="window">The samples, with <see cref="TapsBefore"/> before the first one: <c>count + Taps - 1</c> in all.</param>
    /// <param name="count">The number of samples to examine.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Peak(ReadOnlySpan<float> window, int count)
    {
        ReadOnlySpan<float> phases = _phases;
        var width = Vector256<float>.Count;
        var peaks = Vector256<float>.Zero;
        var i = 0;

        // Two vectors side by side: one alone would wait for its own sum at every tap.
        for (; i + (2 * width) <= count; i += 2 * width)
        {
            var samples = window.Slice(i + TapsBefore, 2 * width);
            peaks = Vector256.Max(peaks, Vector256.Abs(Vector256.Create(samples)));
            peaks = Vector256.Max(peaks, Vector256.Abs(Vector256.Create(samples[width..])));
            for (var phase = 0; phase < phases.Length; phase += Taps)
            {
                var first = Vector256<float>.Zero;
                var second = Vector256<float>.Zero;
                for (var tap = 0; tap < Taps; tap++)
                {
                    var coefficient = Vector256.Create(phases[phase + tap]);
                    first += Vector256.Create(window.Slice(i + tap, width)) * coefficient;
                    second += Vector256.Create(window.Slice(i + tap + width, width)) * coefficient;
                }

                peaks = Vector256.Max(peaks, Vector256.Max(Vector256.Abs(first), Vector256.Abs(second)));
            }
        }

        var peak = 0f;
        for (var lane = 0; lane < width; lane++)
        {
            peak = Math.Max(peak, peaks[lane]);
        }

        for (; i < count; i++)
        {
            peak = Math.Max(peak, PeakAt(window.Slice(i, Taps)));
        }

        return peak;
    }

    private float PeakAt(ReadOnlySpan<float> window)
    {
        var peak = MathF.Abs(window[TapsBefore]);
        for (var phase = 0; phase < _phases.Length; phase += Taps)
        {
            var value = 0f;
            for (var tap = 0; tap < Taps; tap++)
            {
                value += window[tap] * _phases[phase + tap];
            }

            peak = Math.Max(peak, MathF.Abs(value));
        }

        return peak;
    }
}
