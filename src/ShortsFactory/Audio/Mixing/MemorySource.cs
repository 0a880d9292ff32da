namespace ShortsFactory.Audio.Mixing;

/// <summary>Samples in memory, left and right in turn, as a source.</summary>
internal sealed class MemorySource(float[] samples) : IStereoSource
{
    private int _position;

    public int Read(Span<float> interleaved)
    {
        var count = Math.Min(interleaved.Length, samples.Length - _position);
        samples.AsSpan(_position, count).CopyTo(interleaved);
        _position += count;
        return count / 2;
    }

    public void Dispose()
    {
        // Nothing is open.
    }
}
