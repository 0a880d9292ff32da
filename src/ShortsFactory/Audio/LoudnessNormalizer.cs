namespace ShortsFactory.Audio;

/// <summary>Brings a track at 48 kHz to a loudness, with its true peaks below a ceiling.</summary>
internal static class LoudnessNormalizer
{
    /// <summary>How far peaks may be pressed down, in dB: beyond that, limiting is heard more than loudness is gained.</summary>
    public const double MaximumLimitingDecibels = 12;

    private const int SampleRate = SentenceSpan.SampleRate;
    private const double Tolerance = 0.02;
    private const int RoundLimit = 16;

    // The gain that the limiter moves disturbs the waveform between samples a little; this keeps it below the ceiling all the same.
    private const double Headroom = 0.05;

    /// <summary>
    /// Finds the gain at which the limited track has the wanted loudness, and applies both. The loudness is met within 0.1 LU
    /// unless peaks would have to be pressed down by more than <see cref="MaximumLimitingDecibels"/>; then it stays below.
    /// </summary>
    /// <param name="track">One channel's samples, which are changed in place.</param>
    /// <param name="channels">How many channels will play the same samples; two are 3 dB louder than one.</param>
    /// <param name="targetLufs">The wanted loudness in LUFS.</param>
    /// <param name="ceilingDbtp">The highest true peak allowed, in dBTP.</param>
    /// <param name="cancellationToken">Stops between rounds.</param>
    public static NormalizedLoudness Normalize(
        float[] track, int channels, double targetLufs, double ceilingDbtp, CancellationToken cancellationToken)
    {
        var peaks = PeakEnvelope.Of(track, SampleRate);
        var (gain, gains) = Plan(peaks, EnergyEnvelope.Of(track, SampleRate), channels, targetLufs, ceilingDbtp, cancellationToken);
        Limiter.Apply(track, gains);
        var truePeak = KeepBelow(track, ceilingDbtp);
        var lufs = Integrate(EnergyEnvelope.Of(track, SampleRate), gains: null, channels);
        var peak = LoudnessMeter.ToDecibels(peaks.Max());
        return new NormalizedLoudness(new Loudness(lufs, truePeak), gain, Math.Max(0, peak + gain - (ceilingDbtp - Headroom)));
    }

    /// <summary>Finds the same for a track that is known by its blocks only: the gain in dB, and with it the limiter's gains, to be applied.</summary>
    public static (double Gain, float[] Gains) Plan(
        float[] peaks, double[] energies, int channels, double targetLufs, double ceilingDbtp, CancellationToken cancellationToken)
    {
        var peak = LoudnessMeter.ToDecibels(peaks.Max());
        var ceiling = ceilingDbtp - Headroom;
        var highestGain = ceiling + MaximumLimitingDecibels - peak;
        var limiter = new Limiter(SampleRate);

        // Measured first at full scale, so that the absolute gate does not swallow a soft voice.
        var gain = Math.Min(highestGain, targetLufs - Integrate(energies, Gains(-peak, 0), channels) - peak);
        var gains = Gains(gain, ceiling);
        for (var round = 0; round < RoundLimit; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var missing = targetLufs - Integrate(energies, gains, channels);
            if (Math.Abs(missing) < Tolerance || (missing > 0 && gain == highestGain))
            {
                break;
            }

            gain = Math.Min(highestGain, gain + missing);
            gains = Gains(gain, ceiling);
        }

        return (gain, gains);

        float[] Gains(double scale, double limit) =>
            limiter.Gains(peaks, (float)LoudnessMeter.ToAmplitude(scale), (float)LoudnessMeter.ToAmplitude(limit));
    }

    /// <summary>The loudness of a track of which each block is multiplied by its gain, which moves too slowly to matter to the weighting.</summary>
    private static double Integrate(double[] energies, float[]? gains, int channels)
    {
        var stepLength = LoudnessGate.StepLength(SampleRate);
        var blocksPerStep = stepLength / PeakEnvelope.BlockLength;
        var steps = new double[energies.Length / blocksPerStep];
        for (var block = 0; block < steps.Length * blocksPerStep; block++)
        {
            var gain = gains is null ? 1 : (gains[block] + gains[block + 1]) / 2;
            steps[block / blocksPerStep] += channels * energies[block] * gain * gain;
        }

        return LoudnessGate.Integrate(steps, stepLength);
    }

    /// <summary>Sound close to the Nyquist frequency can pass the ceiling by more than the headroom; then the whole track becomes a little softer.</summary>
    /// <returns>The true peak in dBTP.</returns>
    private static double KeepBelow(float[] track, double ceilingDbtp)
    {
        var peak = LoudnessMeter.ToDecibels(PeakEnvelope.Of(track, SampleRate).Max());
        if (peak <= ceilingDbtp)
        {
            return peak;
        }

        var factor = (float)LoudnessMeter.ToAmplitude(ceilingDbtp - peak);
        for (var i = 0; i < track.Length; i++)
        {
            track[i] *= factor;
        }

        return ceilingDbtp;
    }
}
