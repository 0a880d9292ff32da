namespace ShortsFactory.Audio.Mixing;

/// <summary>How the end of a piece of music goes over into its beginning.</summary>
/// <param name="Overlap">Frames at the end that sound together with as many at the beginning; 0 joins them as they are.</param>
/// <param name="EqualPower">
/// Whether the powers of both add up to one, as is right for different sounds, or the amplitudes, with which no step grows.
/// </param>
internal readonly record struct LoopJoin(int Overlap, bool EqualPower)
{
    /// <summary>What is as long as this or longer is a song; what is shorter is a loop.</summary>
    public static readonly TimeSpan Song = TimeSpan.FromSeconds(20);

    private const int SampleRate = SentenceSpan.SampleRate;
    private const float Silence = 0.001f;
    private const int Neighbourhood = SampleRate / 20;
    private static readonly TimeSpan SongOverlap = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LoopOverlap = TimeSpan.FromMilliseconds(30);

    /// <summary>
    /// Songs are cross-faded. What is shorter is a loop: made to be joined, it is left as it is, so that the beat goes on; with a step
    /// at its join that the material around does not have, it is cross-faded as briefly as can be.
    /// </summary>
    /// <param name="music">The music.</param>
    /// <param name="frames">Where it ends.</param>
    public static LoopJoin Of(WaveReader music, long frames)
    {
        if (frames >= Song.TotalSeconds * SampleRate)
        {
            return new LoopJoin((int)(SongOverlap.TotalSeconds * SampleRate), EqualPower: true);
        }

        return IsSeamless(music, frames) ? default : new LoopJoin((int)Math.Min(LoopOverlap.TotalSeconds * SampleRate, frames / 4), EqualPower: false);
    }

    /// <summary>Where the music ends for a loop: of a song, the silence at its end is left out; of a loop it is a part of the beat.</summary>
    public static long EndOf(WaveReader music)
    {
        if (music.FrameCount < Song.TotalSeconds * SampleRate)
        {
            return music.FrameCount;
        }

        var block = new float[2 * SampleRate];
        for (var end = music.FrameCount; end > 0; end -= SampleRate)
        {
            var start = Math.Max(0, end - SampleRate);
            music.MoveTo(start);
            var count = music.Fill(block.AsSpan(0, 2 * (int)(end - start)));
            if (block.AsSpan(0, 2 * count).LastIndexOfAnyExceptInRange(-Silence, Silence) is >= 0 and var last)
            {
                return start + (last / 2) + 1;
            }
        }

        return music.FrameCount;
    }

    /// <summary>What a frame at the beginning and its counterpart at the end are multiplied by.</summary>
    /// <param name="frame">The frame's place in the overlap.</param>
    public (float Beginning, float End) GainsAt(long frame)
    {
        var angle = Math.PI / 2 * (frame + 0.5) / Overlap;
        var (sine, cosine) = Math.SinCos(angle);
        return EqualPower ? ((float)sine, (float)cosine) : ((float)(sine * sine), (float)(cosine * cosine));
    }

    private static bool IsSeamless(WaveReader music, long frames)
    {
        var length = (int)Math.Min(Neighbourhood, frames / 2);
        if (length < 2)
        {
            return false;
        }

        var (start, end) = (new float[2 * length], new float[2 * length]);
        music.MoveTo(0);
        music.Fill(start);
        music.MoveTo(frames - length);
        music.Fill(end);
        for (var channel = 0; channel < 2; channel++)
        {
            var largest = Math.Max(LargestStep(start, channel), LargestStep(end, channel));
            if (Math.Abs(start[channel] - end[end.Length - 2 + channel]) > largest)
            {
                return false;
            }
        }

        return true;
    }

    private static float LargestStep(float[] interleaved, int channel)
    {
        var largest = 0f;
        for (var i = channel + 2; i < interleaved.Length; i += 2)
        {
            largest = Math.Max(largest, Math.Abs(interleaved[i] - interleaved[i - 2]));
        }

        return largest;
    }
}
