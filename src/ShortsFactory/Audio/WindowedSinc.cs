using System.Runtime.CompilerServices;

namespace ShortsFactory.Audio;

/// <summary>
/// A Kaiser-windowed low-pass filter as a continuous function of time, to be sampled at any phase
/// (A. V. Oppenheim, R. W. Schafer, Discrete-Time Signal Processing, 7.5.3).
/// </summary>
internal sealed class WindowedSinc
{
    private readonly double _halfWidth;
    private readonly double _cutoff;
    private readonly double _beta;
    private readonly double _windowScale;

    /// <summary>Designs the filter.</summary>
    /// <param name="halfWidth">The window's half width, in samples.</param>
    /// <param name="cutoff">The middle of the transition band, in cycles per sample.</param>
    /// <param name="stopBandDecibels">Attenuation of the stop band in dB, above 50.</param>
    public WindowedSinc(double halfWidth, double cutoff, double stopBandDecibels)
    {
        _halfWidth = halfWidth;
        _cutoff = cutoff;
        _beta = 0.1102 * (stopBandDecibels - 8.7);
        _windowScale = 1 / BesselI0(_beta);
    }

    /// <summary>The width of the transition band in cycles per sample, by Kaiser's formula.</summary>
    public static double TransitionWidth(double halfWidth, double stopBandDecibels) =>
        (stopBandDecibels - 7.95) / (2.285 * 2 * Math.PI * 2 * halfWidth);

    /// <summary>Fills <paramref name="taps"/> with the filter around <paramref name="phase"/>, scaled to pass a constant unchanged.</summary>
    /// <param name="phase">Where the filter's centre lies after tap <c>taps.Length / 2 - 1</c>, in samples, 0 to 1.</param>
    /// <param name="taps">Takes the coefficients.</param>
    public void Sample(double phase, Span<float> taps)
    {
        Span<double> values = stackalloc double[taps.Length];
        var sum = 0.0;
        for (var i = 0; i < taps.Length; i++)
        {
            values[i] = At(i - ((taps.Length / 2) - 1) - phase);
            sum += values[i];
        }

        for (var i = 0; i < taps.Length; i++)
        {
            taps[i] = (float)(values[i] / sum);
        }
    }

    private double At(double time)
    {
        var position = time / _halfWidth;
        if (Math.Abs(position) >= 1)
        {
            return 0;
        }

        var angle = 2 * Math.PI * _cutoff * time;
        var sinc = angle == 0 ? 1 : Math.Sin(angle) / angle;
        return sinc * BesselI0(_beta * Math.Sqrt(1 - (position * position))) * _windowScale;
    }

    /// <summary>The modified Bessel function of the first kind and order 0, by its power series.</summary>
    /// <remarks>Called tens of thousands of times at the start, before the runtime would find it worth optimising.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double BesselI0(double x)
    {
        var quarterSquare = x * x / 4;
        var sum = 1.0;
        var term = 1.0;
        for (var k = 1; term > sum * 1e-12; k++)
        {
            term *= quarterSquare / ((double)k * k);
            sum += term;
        }

        return sum;
    }
}
