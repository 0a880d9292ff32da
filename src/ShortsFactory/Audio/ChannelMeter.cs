namespace ShortsFactory.Audio;

/// <summary>Measures one channel of a stream: K-weighted energy, and the highest true peak so far. Not thread-safe.</summary>
internal sealed class ChannelMeter(int sampleRate, int longestBlock)
{
    private readonly KWeighting _weighting = new(sampleRate);
    private readonly TruePeakFilter _filter = new(sampleRate);
    private readonly float[] _window = new float[TruePeakFilter.Taps + longestBlock];

    /// <summary>The highest true peak so far, with full scale at 1.</summary>
    public float Peak { get; private set; }

    /// <summary>Takes the next samples and returns the sum of the squares of the K-weighted ones.</summary>
    public double Add(ReadOnlySpan<float> samples)
    {
        // What lies between a sample and the next is known only with the samples after it, so the peaks lag behind.
        samples.CopyTo(_window.AsSpan(TruePeakFilter.Taps));
        Peak = Math.Max(Peak, _filter.Peak(_window, samples.Length));
        _window.AsSpan(samples.Length, TruePeakFilter.Taps).CopyTo(_window);
        return _weighting.SumOfSquares(samples);
    }

    /// <summary>Ends the stream, which brings the peaks up to date.</summary>
    public void Finish() => Add(stackalloc float[TruePeakFilter.Taps]);
}
