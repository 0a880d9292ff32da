using System.Runtime.CompilerServices;

namespace ShortsFactory.Audio;

/// <summary>
/// The K-weighting filter of one channel (ITU-R BS.1770-4, annex 1): a shelf for the head, then a high-pass. The standard gives
/// coefficients for 48 kHz only; these are the analogue prototypes behind them, transformed for any rate. Not thread-safe.
/// </summary>
internal sealed class KWeighting
{
    private readonly double _shelfB0;
    private readonly double _shelfB1;
    private readonly double _shelfB2;
    private readonly double _shelfA1;
    private readonly double _shelfA2;
    private readonly double _passA1;
    private readonly double _passA2;
    private double _shelf1;
    private double _shelf2;
    private double _pass1;
    private double _pass2;

    public KWeighting(int sampleRate)
    {
        const double shelfFrequency = 1681.974450955533;
        const double shelfQuality = 0.7071752369554196;
        const double shelfDecibels = 3.999843853973347;
        const double shelfSlope = 0.4996667741545416;
        const double passFrequency = 38.13547087602444;
        const double passQuality = 0.5003270373238773;

        var k = Math.Tan(Math.PI * shelfFrequency / sampleRate);
        var high = Math.Pow(10, shelfDecibels / 20);
        var middle = Math.Pow(high, shelfSlope);
        var scale = 1 + (k / shelfQuality) + (k * k);
        _shelfB0 = (high + (middle * k / shelfQuality) + (k * k)) / scale;
        _shelfB1 = 2 * ((k * k) - high) / scale;
        _shelfB2 = (high - (middle * k / shelfQuality) + (k * k)) / scale;
        _shelfA1 = 2 * ((k * k) - 1) / scale;
        _shelfA2 = (1 - (k / shelfQuality) + (k * k)) / scale;

        k = Math.Tan(Math.PI * passFrequency / sampleRate);
        scale = 1 + (k / passQuality) + (k * k);
        _passA1 = 2 * ((k * k) - 1) / scale;
        _passA2 = (1 - (k / passQuality) + (k * k)) / scale;
    }

    /// <summary>Filters the next samples and returns the sum of the squares of what comes out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double SumOfSquares(ReadOnlySpan<float> samples)
    {
        var (b0, b1, b2, a1, a2) = (_shelfB0, _shelfB1, _shelfB2, _shelfA1, _shelfA2);
        var (c1, c2) = (_passA1, _passA2);
        var (s1, s2, p1, p2) = (_shelf1, _shelf2, _pass1, _pass2);
        var sum = 0.0;
        foreach (var sample in samples)
        {
            double x = sample;
            var y = (b0 * x) + s1;
            s1 = ((b1 * x) + s2) - (a1 * y);
            s2 = (b2 * x) - (a2 * y);

            // The high-pass has the numerator 1, -2, 1 at every rate.
            var z = y + p1;
            p1 = (p2 - (2 * y)) - (c1 * z);
            p2 = y - (c2 * z);
            sum += z * z;
        }

        (_shelf1, _shelf2, _pass1, _pass2) = (Settle(s1), Settle(s2), Settle(p1), Settle(p2));
        return sum;
    }

    // In digital silence the state would decay into denormal numbers, with which processors are a hundred times slower.
    private static double Settle(double state) => Math.Abs(state) < 1e-30 ? 0 : state;
}
