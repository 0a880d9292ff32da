namespace ShortsFactory.Audio.Mixing;

/// <summary>Music as it is mixed: looped, at its gain, faded. The same opened twice gives the same sound.</summary>
internal sealed class BackgroundMusic(LoopedMusic music, GainCurve gain, Fade fade) : IStereoSource
{
    private long _position;

    public int Read(Span<float> interleaved)
    {
        var frames = music.Read(interleaved);
        var read = interleaved[..(2 * frames)];
        gain.Apply(read, _position);
        fade.Apply(read, _position);
        _position += frames;
        return frames;
    }

    public void Dispose() => music.Dispose();
}
