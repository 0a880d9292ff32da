using ShortsFactory.Audio;

namespace ShortsFactory.Tests.Audio;

public sealed class LoudnessMeterSpecs
{
    [Theory]
    [InlineData(48_000)]
    [InlineData(44_100)]
    [InlineData(22_050)]
    [InlineData(16_000)]
    public async Task A_tone_of_997_hertz_reads_as_the_standard_says(int sampleRate)
    {
        await using var run = new TestRun();
        var path = await Signal.WriteAsync(run, "tone.wav", Signal.Sine(sampleRate, 997, 3, 1), sampleRate);
        Assert.Equal(-3.01, LoudnessMeter.Measure(path, default).IntegratedLufs, 0.05);
    }

    [Fact]
    public async Task A_peak_between_two_samples_is_found()
    {
        // A quarter of the sample rate, half way between its zeros: no sample is higher than -3 dB of the wave's crest.
        await using var run = new TestRun();
        var path = await Signal.WriteAsync(run, "tone.wav", Signal.Sine(48_000, 12_000, 1, 0.7, Math.PI / 4), 48_000);
        Assert.Equal(20 * Math.Log10(0.7), LoudnessMeter.Measure(path, default).TruePeakDbtp, 0.15);
    }

    [Fact]
    public async Task Soft_passages_are_gated()
    {
        await using var run = new TestRun();
        float[] samples = [.. Signal.Sine(48_000, 997, 4, 0.5), .. Signal.Sine(48_000, 997, 20, 0.005)];
        var path = await Signal.WriteAsync(run, "gated.wav", samples, 48_000);
        Assert.Equal(-9.0, LoudnessMeter.Measure(path, default).IntegratedLufs, 0.2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(96_000)]
    public async Task Silence_reads_as_the_finite_floor(int length)
    {
        await using var run = new TestRun();
        var path = await Signal.WriteAsync(run, "silence.wav", new float[length], 48_000, 2);
        Assert.Equal(new Loudness(-70, -120), LoudnessMeter.Measure(path, default));
    }

    [Fact(Timeout = 120_000)]
    public async Task Real_speech_reads_as_ffmpeg_reads_it()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var run = new TestRun();
        var flite = await Tools.FliteAsync(run, "flite.wav", "slt", "Every arm can taste what it touches, and think for itself.");
        var espeak = await Tools.EspeakAsync(run, "espeak.wav", "Every arm can taste what it touches, and think for itself.");
        await AgreesWithFfmpegAsync(run, flite, cancellationToken);
        await AgreesWithFfmpegAsync(run, espeak, cancellationToken);
        await AgreesWithFfmpegAsync(run, await Tools.ConvertAsync(run, espeak, "stereo.wav", cancellationToken, "-ar", "48000", "-ac", "2", "-c:a", "pcm_s24le"), cancellationToken);
        await AgreesWithFfmpegAsync(run, await Tools.ConvertAsync(run, flite, "loud.wav", cancellationToken, "-ar", "44100", "-af", "volume=12dB", "-c:a", "pcm_f32le"), cancellationToken);
    }

    [Fact(Timeout = 120_000)]
    public async Task Synthetic_signals_read_as_ffmpeg_reads_them()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var run = new TestRun();
        await AgreesWithFfmpegAsync(run, await Signal.WriteAsync(run, "noise.wav", Signal.Noise(7, 144_000, 0.4), 48_000, 2), cancellationToken);
        await AgreesWithFfmpegAsync(run, await Signal.WriteAsync(run, "low.wav", Signal.Sine(48_000, 60, 3, 0.8), 48_000), cancellationToken);
        await AgreesWithFfmpegAsync(run, await Signal.WriteAsync(run, "high.wav", Signal.Sine(48_000, 11_000, 3, 0.8, 0.4), 48_000, 2), cancellationToken);
    }

    [Fact]
    public async Task More_than_two_channels_are_refused()
    {
        await using var run = new TestRun();
        var path = run.Scope.PathOf("surround.wav");
        await File.WriteAllBytesAsync(path, WaveBytes.File(WaveBytes.Format(channels: 3), WaveBytes.Data(1, 2, 3)));
        Assert.Throws<WaveFormatException>(() => LoudnessMeter.Measure(path, default));
    }

    [Fact]
    public async Task Measuring_stops_when_it_is_cancelled()
    {
        await using var run = new TestRun();
        var path = await Signal.WriteAsync(run, "tone.wav", Signal.Sine(48_000, 997, 1), 48_000);
        Assert.Throws<OperationCanceledException>(() => LoudnessMeter.Measure(path, new CancellationToken(canceled: true)));
    }

    private static async Task AgreesWithFfmpegAsync(TestRun run, string path, CancellationToken cancellationToken)
    {
        var expected = await Tools.EbuR128Async(run, path, cancellationToken);
        var actual = LoudnessMeter.Measure(path, cancellationToken);
        Assert.Equal(expected.IntegratedLufs, actual.IntegratedLufs, 0.1);
        Assert.Equal(expected.TruePeakDbtp, actual.TruePeakDbtp, 0.2);
    }
}
