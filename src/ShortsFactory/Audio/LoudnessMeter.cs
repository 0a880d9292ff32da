namespace ShortsFactory.Audio;

/// <summary>Measures the loudness and the true peak of wave files (ITU-R BS.1770-4). Thread-safe.</summary>
internal static class LoudnessMeter
{
    /// <summary>What silence measures, in LUFS: the absolute gate, so that the value stays finite.</summary>
    public const double SilenceLufs = -70;

    /// <summary>What silence measures, in dBTP, so that the value stays finite.</summary>
    public const double SilenceDbtp = -120;

    /// <summary>Measures a file of one or two channels; a single channel counts once, as the standard has it.</summary>
    /// <exception cref="WaveFormatException">The file is damaged, in a format that is not supported, or has more than two channels.</exception>
    public static Loudness Measure(string wavePath, CancellationToken cancellationToken)
    {
        using var reader = WaveReader.Open(wavePath);
        var (rate, channels) = (reader.Format.SampleRate, reader.Format.Channels);
        if (channels > 2)
        {
            throw new WaveFormatException(wavePath, $"its loudness cannot be measured, because it has {channels} channels instead of one or two");
        }

        var stepLength = LoudnessGate.StepLength(rate);
        var interleaved = new float[stepLength * channels];
        var mono = new float[stepLength];
        var meters = Enumerable.Range(0, channels).Select(_ => new ChannelMeter(rate, Math.Max(stepLength, TruePeakFilter.Taps))).ToArray();
        List<double> steps = [];
        int count;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            count = ReadStep(reader, interleaved);
            var energy = 0.0;
            for (var channel = 0; channel < channels; channel++)
            {
                for (var i = 0; i < count; i++)
                {
                    mono[i] = interleaved[(i * channels) + channel];
                }

                energy += meters[channel].Add(mono.AsSpan(0, count));
            }

            if (count == stepLength)
            {
                steps.Add(energy);
            }
        }
        while (count == stepLength);

        foreach (var meter in meters)
        {
            meter.Finish();
        }

        return new Loudness(LoudnessGate.Integrate(steps, stepLength), ToDecibels(meters.Max(meter => meter.Peak)));
    }

    /// <summary>An amplitude in decibels below full scale, at least <see cref="SilenceDbtp"/>.</summary>
    public static double ToDecibels(double amplitude) => Math.Max(SilenceDbtp, 20 * Math.Log10(amplitude));

    /// <summary>The amplitude of a level in decibels, with full scale at 1.</summary>
    public static double ToAmplitude(double decibels) => Math.Pow(10, decibels / 20);

    private static int ReadStep(WaveReader reader, Span<float> interleaved)
    {
        var frames = 0;
        while (reader.Read(interleaved[(frames * reader.Format.Channels)..]) is > 0 and var count)
        {
            frames += count;
        }

        return frames;
    }
}
