namespace ShortsFactory.Audio.Mixing;

/// <summary>A short sound in memory, without silence before and after it, its ends faded so that they do not click.</summary>
internal sealed class SoundEffect
{
    /// <summary>Seconds of a file that are taken; a longer sound is no effect but music.</summary>
    public const int LongestSeconds = 10;

    private const int Rate = SentenceSpan.SampleRate;

    // A soft tail may end anywhere; a cut one must be faded over a while.
    private const int LastFade = Rate / 50;
    private const int FirstFade = Rate / 1_000;
    private const float Silence = 0.001f;

    /// <summary>A swell longer than this before the loudest moment is no run-up to a scene, so the sound begins with the scene.</summary>
    private const int LongestRunUp = 3 * Rate;

    private readonly float[] _samples;

    private SoundEffect(float[] samples)
    {
        _samples = samples;
        (Anchor, Loudness) = Measure(samples);
        Peak = samples.Max(Math.Abs);
    }

    /// <summary>The samples, left and right in turn, at 48 kHz.</summary>
    public ReadOnlySpan<float> Samples => _samples;

    /// <summary>Frames.</summary>
    public int Length => _samples.Length / 2;

    /// <summary>The frame that meets the scene's change: the loudest moment, or the beginning if that comes late.</summary>
    public int Anchor { get; }

    /// <summary>Its loudest 400 ms, in LUFS.</summary>
    public double Loudness { get; }

    /// <summary>Its highest sample, with full scale at 1.</summary>
    public float Peak { get; }

    /// <summary>Takes samples, left and right in turn; <see langword="null"/> if they are silent.</summary>
    public static SoundEffect? Of(ReadOnlySpan<float> interleaved)
    {
        var first = interleaved.IndexOfAnyExceptInRange(-Silence, Silence) / 2 * 2;
        var last = interleaved.LastIndexOfAnyExceptInRange(-Silence, Silence) / 2 * 2;
        if (last <= first)
        {
            return null;
        }

        var samples = interleaved[first..(last + 2)].ToArray();
        new Fade(Math.Min(FirstFade, samples.Length / 8), Math.Min(LastFade, samples.Length / 8), samples.Length / 2).Apply(samples, 0);
        return new SoundEffect(samples);
    }

    /// <summary>Reads the beginning of a wave file of two channels at 48 kHz; <see langword="null"/> if it is silent.</summary>
    public static SoundEffect? Read(string path)
    {
        using var reader = WaveReader.Open(path);
        var samples = new float[2 * Math.Min(reader.FrameCount, LongestSeconds * Rate)];
        reader.Fill(samples);
        return Of(samples);
    }

    private static (int Anchor, double Loudness) Measure(float[] samples)
    {
        const int block = Rate / 50;
        var powers = new List<double>();
        for (var start = 0; start < samples.Length; start += 2 * block)
        {
            powers.Add(samples.AsSpan(start, Math.Min(2 * block, samples.Length - start)).ToArray().Sum(sample => (double)sample * sample));
        }

        var loudest = powers.IndexOf(powers.Max()) * block;
        using var source = new MemorySource(samples);
        var loudness = LoudnessSteps.Of(source, CancellationToken.None).Loudest(0, samples.Length / 2);
        return (loudest <= LongestRunUp ? loudest : 0, loudness);
    }
}
