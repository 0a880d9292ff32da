namespace ShortsFactory.Audio;

/// <summary>Integrates loudness over blocks of 400 ms that overlap by three quarters, behind two gates (ITU-R BS.1770-4, annex 1).</summary>
internal static class LoudnessGate
{
    private const int StepsPerBlock = 4;
    private const double RelativeGate = 0.1;

    /// <summary>Samples in a step of 100 ms, by which the blocks advance.</summary>
    public static int StepLength(int sampleRate) => (sampleRate + 5) / 10;

    /// <summary>The integrated loudness in LUFS, at least <see cref="LoudnessMeter.SilenceLufs"/>.</summary>
    /// <param name="steps">For each whole step of 100 ms, the sum of squares of the K-weighted samples of all channels.</param>
    /// <param name="stepLength">Samples in a step.</param>
    public static double Integrate(IReadOnlyList<double> steps, int stepLength)
    {
        var powers = new double[Math.Max(0, steps.Count - StepsPerBlock + 1)];
        for (var block = 0; block < powers.Length; block++)
        {
            powers[block] = (steps[block] + steps[block + 1] + steps[block + 2] + steps[block + 3]) / (StepsPerBlock * stepLength);
        }

        var absoluteGate = Math.Pow(10, (LoudnessMeter.SilenceLufs + 0.691) / 10);
        var power = MeanAbove(powers, Math.Max(absoluteGate, MeanAbove(powers, absoluteGate) * RelativeGate));
        return ToLufs(power);
    }

    /// <summary>The loudness of a mean K-weighted power, of all channels together, in LUFS.</summary>
    public static double ToLufs(double power) => power > 0 ? Math.Max(LoudnessMeter.SilenceLufs, -0.691 + (10 * Math.Log10(power))) : LoudnessMeter.SilenceLufs;

    private static double MeanAbove(double[] powers, double gate)
    {
        var sum = 0.0;
        var count = 0;
        foreach (var power in powers)
        {
            if (power > gate)
            {
                sum += power;
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }
}
