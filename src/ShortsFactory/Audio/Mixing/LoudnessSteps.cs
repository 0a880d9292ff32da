namespace ShortsFactory.Audio.Mixing;

/// <summary>The K-weighted energy of stereo sound in steps of 100 ms (ITU-R BS.1770-4): how loud it is, and where.</summary>
/// <param name="Energies">For each step, the sum of squares of both channels' K-weighted samples; the last step may be shorter.</param>
internal sealed record LoudnessSteps(IReadOnlyList<double> Energies)
{
    private const int StepsPerWindow = 4;

    /// <summary>Frames in a step.</summary>
    public static readonly int Length = LoudnessGate.StepLength(SentenceSpan.SampleRate);

    /// <summary>The integrated loudness in LUFS.</summary>
    public double Integrated => LoudnessGate.Integrate(Energies, Length);

    /// <summary>Reads a source to its end.</summary>
    public static LoudnessSteps Of(IStereoSource source, CancellationToken cancellationToken)
    {
        var (left, right) = (new KWeighting(SentenceSpan.SampleRate), new KWeighting(SentenceSpan.SampleRate));
        var block = new float[2 * Length];
        var channel = new float[Length];
        List<double> energies = [];
        while (source.Read(block) is > 0 and var frames)
        {
            cancellationToken.ThrowIfCancellationRequested();
            energies.Add(left.SumOfSquares(Take(block, 0, channel, frames)) + right.SumOfSquares(Take(block, 1, channel, frames)));
        }

        return new LoudnessSteps(energies);
    }

    /// <summary>The mean loudness from one frame to another, in LUFS.</summary>
    public double Mean(long start, long end)
    {
        var (first, count) = Steps(start, end);
        return ToLufs(Energies.Skip(first).Take(count).Sum(), count);
    }

    /// <summary>The loudest 400 ms that reach into the time from one frame to another, in LUFS.</summary>
    public double Loudest(long start, long end)
    {
        var (first, count) = Steps(start, end);
        var loudest = LoudnessMeter.SilenceLufs;
        for (var window = Math.Max(0, first - StepsPerWindow + 1); window < first + count; window++)
        {
            loudest = Math.Max(loudest, ToLufs(Energies.Skip(window).Take(StepsPerWindow).Sum(), StepsPerWindow));
        }

        return loudest;
    }

    private static double ToLufs(double energy, int steps) => LoudnessGate.ToLufs(steps == 0 ? 0 : energy / (steps * Length));

    private static ReadOnlySpan<float> Take(float[] interleaved, int channel, float[] into, int frames)
    {
        for (var i = 0; i < frames; i++)
        {
            into[i] = interleaved[(2 * i) + channel];
        }

        return into.AsSpan(0, frames);
    }

    private (int First, int Count) Steps(long start, long end)
    {
        var first = (int)Math.Min(Energies.Count, start / Length);
        var last = (int)Math.Min(Energies.Count, (end + Length - 1) / Length);
        return (first, Math.Max(0, last - first));
    }
}
