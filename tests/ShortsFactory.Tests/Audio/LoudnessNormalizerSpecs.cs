using ShortsFactory.Audio;

namespace ShortsFactory.Tests.Audio;

public sealed class LoudnessNormalizerSpecs
{
    private const int Rate = 48_000;

    [Theory]
    [InlineData(-14, -2)]
    [InlineData(-21, -9)]
    [InlineData(-30, -1)]
    [InlineData(-13, -1)]
    public async Task The_target_is_met_below_the_ceiling(double target, double ceiling)
    {
        await using var run = new TestRun();
        var track = Bursts(0.3);
        var normalized = LoudnessNormalizer.Normalize(track, 2, target, ceiling, default);
        var measured = LoudnessMeter.Measure(await Signal.WriteAsync(run, "track.wav", track, Rate, 2), default);
        Assert.Equal(target, measured.IntegratedLufs, 0.1);
        Assert.InRange(measured.TruePeakDbtp, -60, ceiling + 0.01);
        Assert.Equal(measured.IntegratedLufs, normalized.Loudness.IntegratedLufs, 0.02);
        Assert.Equal(measured.TruePeakDbtp, normalized.Loudness.TruePeakDbtp, 0.02);
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(100)]
    public void Any_level_comes_to_the_same(double amplitude)
    {
        var track = Bursts(amplitude);
        var normalized = LoudnessNormalizer.Normalize(track, 2, -14, -2, default);
        Assert.Equal(-14, normalized.Loudness.IntegratedLufs, 0.1);
    }

    [Fact]
    public void What_needs_no_limiting_is_only_scaled()
    {
        var source = Signal.Sine(Rate, 997, 2, 0.1);
        var track = (float[])source.Clone();
        var normalized = LoudnessNormalizer.Normalize(track, 2, -20, -2, default);
        Assert.Equal(0, normalized.LimitingDecibels);
        var factor = (float)Math.Pow(10, normalized.GainDecibels / 20);
        Assert.All(source.Zip(track), pair => Assert.Equal(pair.First * factor, pair.Second, 1e-5f));
    }

    [Fact]
    public void Clicks_alone_stay_below_the_ceiling_and_below_the_target()
    {
        var track = new float[3 * Rate];
        for (var i = Rate / 2; i < track.Length; i += Rate / 2)
        {
            track[i] = 0.1f;
        }

        var normalized = LoudnessNormalizer.Normalize(track, 2, -14, -2, default);
        Assert.InRange(normalized.Loudness.TruePeakDbtp, -20, -2);
        Assert.InRange(normalized.Loudness.IntegratedLufs, -70, -15);
        Assert.Equal(LoudnessNormalizer.MaximumLimitingDecibels, normalized.LimitingDecibels, 0.01);
    }

    [Fact]
    public void Noise_up_to_the_nyquist_frequency_stays_below_the_ceiling()
    {
        var track = Signal.Noise(3, 2 * Rate, 1);
        var normalized = LoudnessNormalizer.Normalize(track, 2, -10, -9, default);
        Assert.InRange(normalized.LimitingDecibels, 2, 12);
        Assert.InRange(normalized.Loudness.TruePeakDbtp, -9.2, -9);
    }

    [Fact]
    public void Silence_stays_silent()
    {
        var track = new float[Rate];
        Assert.Equal(new Loudness(-70, -120), LoudnessNormalizer.Normalize(track, 2, -14, -2, default).Loudness);
        Assert.All(track, sample => Assert.Equal(0, sample));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(220)]
    [InlineData(1_000)]
    public void A_limited_tone_stays_a_clean_tone(double frequency)
    {
        var samples = Signal.Sine(Rate, frequency, 2, 1);
        var gains = new Limiter(Rate).Gains(PeakEnvelope.Of(samples, Rate), 2, 1);
        Limiter.Apply(samples, gains);
        var steady = samples.AsSpan(Rate / 2, Rate);
        Assert.Equal(0, Signal.LevelOf(steady, Rate, frequency), 0.1);
        for (var harmonic = 2; harmonic < 8; harmonic++)
        {
            Assert.InRange(Signal.LevelOf(steady, Rate, harmonic * frequency), -300, -70);
        }
    }

    [Fact]
    public void The_gain_moves_without_a_step()
    {
        var samples = Bursts(0.9);
        var gains = new Limiter(Rate).Gains(PeakEnvelope.Of(samples, Rate), 4, 0.8f);
        Assert.InRange(gains.Min(), 0.8f, 1);
        for (var i = 1; i < gains.Length; i++)
        {
            // From full gain to a quarter in no less than 5 ms, which are 15 blocks.
            Assert.InRange(Math.Abs(gains[i] - gains[i - 1]), 0, 0.15f * 4);
        }

        for (var i = 2; i < gains.Length; i++)
        {
            Assert.InRange(Math.Abs(gains[i] - (2 * gains[i - 1]) + gains[i - 2]), 0, 0.05f * 4);
        }
    }

    /// <summary>Like speech in what matters here: pulses at a pitch, syllables, pauses, and a large crest factor.</summary>
    private static float[] Bursts(double amplitude)
    {
        var track = new float[6 * Rate];
        for (var i = Rate / 5; i < track.Length - Rate; i++)
        {
            var syllable = Math.Max(0, Math.Sin(2 * Math.PI * 3 * i / Rate));
            var pulse = Math.Max(0, Math.Sin(2 * Math.PI * 120 * i / Rate)) * Math.Sin(2 * Math.PI * 900 * i / Rate);
            track[i] = (float)(amplitude * syllable * pulse);
        }

        return track;
    }
}
