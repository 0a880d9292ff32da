namespace ShortsFactory.Audio.Mixing;

/// <summary>How sound comes and goes: a raised cosine at either end.</summary>
/// <param name="In">Frames at the beginning.</param>
/// <param name="Out">Frames at the end.</param>
/// <param name="Length">Frames in all.</param>
internal readonly record struct Fade(long In, long Out, long Length)
{
    /// <summary>Fades that share what there is, if they would not have room side by side.</summary>
    public static Fade Of(TimeSpan fadeIn, TimeSpan fadeOut, long length)
    {
        var (first, last) = (Frames(fadeIn), Frames(fadeOut));
        var scale = first + last > length ? (double)length / (first + last) : 1;
        return new Fade((long)(first * scale), (long)(last * scale), length);
    }

    /// <summary>The amplitude that a frame is multiplied by; 0 from the end on.</summary>
    public float At(long frame) => (float)(Rise(frame + 0.5, In) * Rise(Length - frame - 0.5, Out));

    /// <summary>Multiplies frames, left and right in turn, of which the first one lies at <paramref name="first"/>.</summary>
    public void Apply(Span<float> interleaved, long first)
    {
        for (var i = 0; i < interleaved.Length / 2; i++)
        {
            if (first + i >= In && first + i < Length - Out)
            {
                continue;
            }

            var gain = At(first + i);
            interleaved[2 * i] *= gain;
            interleaved[(2 * i) + 1] *= gain;
        }
    }

    private static long Frames(TimeSpan time) => (long)(time.TotalSeconds * SentenceSpan.SampleRate);

    private static double Rise(double frames, long length) => frames switch
    {
        <= 0 => 0,
        _ when frames >= length => 1,
        _ => 0.5 - (0.5 * Math.Cos(Math.PI * frames / length)),
    };
}
