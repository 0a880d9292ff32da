namespace ShortsFactory.Audio.Mixing;

/// <summary>Stereo sound at 48 kHz, read once from its beginning to its end in blocks. Not thread-safe.</summary>
internal interface IStereoSource : IDisposable
{
    /// <summary>Reads the next frames into <paramref name="interleaved"/>, left and right in turn; returns their count, fewer than fit only at the end.</summary>
    int Read(Span<float> interleaved);
}
