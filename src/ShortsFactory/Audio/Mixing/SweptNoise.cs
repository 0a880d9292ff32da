namespace ShortsFactory.Audio.Mixing;

/// <summary>White noise behind a band-pass filter that may be moved with every sample: a state variable filter, trapezoidally integrated. Not thread-safe.</summary>
internal sealed class SweptNoise(uint seed)
{
    private uint _state = seed * 2_654_435_769u;
    private double _first;
    private double _second;

    /// <summary>The next sample.</summary>
    /// <param name="frequency">The middle of the band, in hertz.</param>
    /// <param name="quality">The band's middle over its width.</param>
    public double Next(double frequency, double quality)
    {
        // A generator of our own (xorshift), because the runtime's may change with its version.
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        var noise = (_state / (double)uint.MaxValue * 2) - 1;

        var g = Math.Tan(Math.PI * frequency / SentenceSpan.SampleRate);
        var k = 1 / quality;
        var high = (noise - ((k + g) * _first) - _second) / (1 + (g * (g + k)));
        var band = (g * high) + _first;
        _first = band + (g * high);
        var low = (g * band) + _second;
        _second = low + (g * band);
        return k * band;
    }
}
