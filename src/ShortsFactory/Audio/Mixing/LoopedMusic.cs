namespace ShortsFactory.Audio.Mixing;

/// <summary>Music for as long as a track takes: from its beginning, over and over if it is shorter.</summary>
/// <remarks>Reads from the file as it goes, and holds one overlap of it at most, so that neither a long song nor a long track takes memory.</remarks>
internal sealed class LoopedMusic : IStereoSource
{
    private readonly WaveReader _reader;
    private readonly LoopJoin _join;
    private readonly long _period;
    private readonly long _length;
    private readonly float[] _tail;
    private long _position;

    /// <summary>Opens a wave file of two channels at 48 kHz.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">Frames of the track.</param>
    /// <param name="loops">Whether it begins again at its end; else it ends there.</param>
    public LoopedMusic(string path, long length, bool loops)
    {
        _reader = WaveReader.Open(path);
        try
        {
            var frames = loops ? LoopJoin.EndOf(_reader) : _reader.FrameCount;
            _join = loops && frames < length ? LoopJoin.Of(_reader, frames) : default;
            _period = frames - _join.Overlap;
            _length = loops ? length : Math.Min(length, frames);
            _tail = new float[2 * _join.Overlap];
            _reader.MoveTo(_period);
            _reader.Fill(_tail);
        }
        catch
        {
            _reader.Dispose();
            throw;
        }
    }

    /// <summary>Frames in all.</summary>
    public long Length => _length;

    public int Read(Span<float> interleaved)
    {
        var frames = (int)Math.Min(interleaved.Length / 2, _length - _position);
        for (var done = 0; done < frames;)
        {
            var place = _position % _period;
            var part = interleaved.Slice(2 * done, 2 * (int)Math.Min(frames - done, _period - place));
            _reader.MoveTo(place);
            _reader.Fill(part);
            if (_position >= _period)
            {
                JoinEnd(part, place);
            }

            _position += part.Length / 2;
            done += part.Length / 2;
        }

        return frames;
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>Fades the end of the round before into what lies in the overlap at the beginning of this one.</summary>
    private void JoinEnd(Span<float> part, long place)
    {
        for (var i = 0; i < part.Length / 2 && place + i < _join.Overlap; i++)
        {
            var (beginning, end) = _join.GainsAt(place + i);
            var tail = 2 * (int)(place + i);
            part[2 * i] = (part[2 * i] * beginning) + (_tail[tail] * end);
            part[(2 * i) + 1] = (part[(2 * i) + 1] * beginning) + (_tail[tail + 1] * end);
        }
    }
}
