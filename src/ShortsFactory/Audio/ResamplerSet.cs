using System.Collections.Concurrent;

namespace ShortsFactory.Audio;

/// <summary>The resamplers to one rate, each designed once. Thread-safe.</summary>
internal sealed class ResamplerSet(int outputRate)
{
    private readonly ConcurrentDictionary<int, Lazy<Resampler>> _resamplers = [];

    /// <summary>The resampler from <paramref name="inputRate"/>, in hertz.</summary>
    public Resampler From(int inputRate) =>
        _resamplers.GetOrAdd(inputRate, rate => new Lazy<Resampler>(() => new Resampler(rate, outputRate))).Value;
}
