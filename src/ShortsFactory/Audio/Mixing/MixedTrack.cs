namespace ShortsFactory.Audio.Mixing;

/// <summary>The voice, and what is heard with it, added up. As long as the voice's track.</summary>
internal sealed class MixedTrack(IStereoSource voice, IStereoSource? music, IReadOnlyList<PlacedSound> effects) : IStereoSource
{
    private float[] _block = [];
    private long _position;

    public int Read(Span<float> interleaved)
    {
        var frames = voice.Read(interleaved);
        if (music is not null)
        {
            Add(music, interleaved[..(2 * frames)]);
        }

        foreach (var effect in effects)
        {
            effect.AddTo(interleaved[..(2 * frames)], _position);
        }

        _position += frames;
        return frames;
    }

    public void Dispose()
    {
        voice.Dispose();
        music?.Dispose();
    }

    private void Add(IStereoSource source, Span<float> interleaved)
    {
        if (_block.Length < interleaved.Length)
        {
            _block = new float[interleaved.Length];
        }

        var count = 2 * source.Read(_block.AsSpan(0, interleaved.Length));
        for (var i = 0; i < count; i++)
        {
            interleaved[i] += _block[i];
        }
    }
}
