using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ShortsFactory.Audio;

/// <summary>
/// Changes a sample rate by any ratio of whole numbers, with a polyphase filter that has no delay: what is at sample n of the
/// input is at sample n * out / in of the output. Flat to 0.9 of the lower Nyquist frequency, at least 90 dB down from there on
/// to where images and aliases begin. Thread-safe.
/// </summary>
internal sealed class Resampler
{
    private const double StopBandDecibels = 95;
    private const int TapsAtLowerRate = 128;

    private readonly int _interpolation;
    private readonly int _decimation;
    private readonly int _taps;
    private readonly float[] _phases;

    /// <summary>Designs the filter; costs about a millisecond for the usual rates, so keep it for all waves of the same rate.</summary>
    /// <param name="inputRate">In hertz.</param>
    /// <param name="outputRate">In hertz.</param>
    public Resampler(int inputRate, int outputRate)
    {
        var divisor = GreatestCommonDivisor(inputRate, outputRate);
        _interpolation = outputRate / divisor;
        _decimation = inputRate / divisor;
        if (_interpolation == _decimation)
        {
            _phases = [];
            return;
        }

        var stretch = Math.Max(1, (double)inputRate / outputRate);
        var halfWidth = TapsAtLowerRate / 2 * stretch;
        var stopEdge = 0.5 / stretch;
        var cutoff = stopEdge - (WindowedSinc.TransitionWidth(halfWidth, StopBandDecibels) / 2);
        _taps = 2 * Vector256<float>.Count * (int)Math.Ceiling(halfWidth / Vector256<float>.Count);
        _phases = new float[_interpolation * _taps];
        var filter = new WindowedSinc(halfWidth, cutoff, StopBandDecibels);
        for (var phase = 0; phase < _interpolation; phase++)
        {
            filter.Sample((double)phase / _interpolation, _phases.AsSpan(phase * _taps, _taps));
        }
    }

    /// <summary>The length that an input of <paramref name="inputLength"/> samples becomes: exact, rounded up to whole samples.</summary>
    public int OutputLength(int inputLength) => (int)((((long)inputLength * _interpolation) + _decimation - 1) / _decimation);

    /// <summary>Resamples a whole wave, which is silent before its first sample and after its last one.</summary>
    /// <param name="input">The wave.</param>
    /// <param name="output">Takes <see cref="OutputLength"/> samples.</param>
    public void Resample(ReadOnlySpan<float> input, Span<float> output)
    {
        output = output[..OutputLength(input.Length)];
        if (_taps == 0)
        {
            input.CopyTo(output);
            return;
        }

        var padded = new float[input.Length + _taps];
        input.CopyTo(padded.AsSpan((_taps / 2) - 1));
        Filter(padded, output);
    }

    private static int GreatestCommonDivisor(int left, int right) => right == 0 ? left : GreatestCommonDivisor(right, left % right);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Filter(ReadOnlySpan<float> padded, Span<float> output)
    {
        var interpolation = _interpolation;
        var wholeStep = _decimation / interpolation;
        var phaseStep = _decimation % interpolation;
        var taps = _taps;
        ReadOnlySpan<float> phases = _phases;
        var position = 0;
        var phase = 0;
        for (var i = 0; i < output.Length; i++)
        {
            output[i] = Dot(padded.Slice(position, taps), phases.Slice(phase * taps, taps));
            position += wholeStep;
            phase += phaseStep;
            if (phase >= interpolation)
            {
                phase -= interpolation;
                position++;
            }
        }
    }

    // A vector of fixed width, so that machines with wider ones add in the same order and make the same bytes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var even = Vector256<float>.Zero;
        var odd = Vector256<float>.Zero;
        var lefts = MemoryMarshal.Cast<float, Vector256<float>>(left);
        var rights = MemoryMarshal.Cast<float, Vector256<float>>(right);
        for (var i = 0; i + 1 < lefts.Length && i + 1 < rights.Length; i += 2)
        {
            even += lefts[i] * rights[i];
            odd += lefts[i + 1] * rights[i + 1];
        }

        return Vector256.Sum(even + odd);
    }
}
