using ShortsFactory.Audio;

namespace ShortsFactory.Tests.Audio;

public sealed class SilenceTrimmerSpecs
{
    private const int Rate = 16_000;

    private static readonly SilenceTrimmer Trimmer = new(TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(60));

    [Fact]
    public void Silence_is_trimmed_to_the_margins()
    {
        float[] samples = [.. new float[8_000], .. Signal.Sine(Rate, 200, 1), .. new float[12_000]];
        var (start, end) = Trimmer.Find(samples, Rate)!.Value;
        Assert.InRange(start, 8_000 - (0.050 * Rate), 8_000 - (0.030 * Rate));
        Assert.InRange(end, 24_000 + (0.060 * Rate), 24_000 + (0.080 * Rate));
    }

    [Fact]
    public void A_wave_that_is_full_to_its_edges_is_left_alone()
    {
        var samples = Signal.Sine(Rate, 200, 1);
        Assert.Equal((0, samples.Length), Trimmer.Find(samples, Rate));
    }

    [Fact]
    public void A_quiet_consonant_before_the_loud_vowel_is_kept()
    {
        // Noise 40 dB below the vowel, in a recording whose own noise lies 15 dB lower still.
        float[] samples = [.. Signal.Noise(1, 4_000, 0.0016), .. Signal.Noise(2, 1_600, 0.0087), .. Signal.Sine(Rate, 200, 0.5), .. Signal.Noise(3, 4_000, 0.0016)];
        Assert.InRange(Trimmer.Find(samples, Rate)!.Value.Start, 4_000 - (0.060 * Rate), 4_000 - (0.020 * Rate));
    }

    [Fact]
    public void An_offset_of_the_recording_is_not_taken_for_speech()
    {
        float[] samples = [.. new float[8_000], .. Signal.Sine(Rate, 200, 1), .. new float[8_000]];
        var expected = Trimmer.Find(samples, Rate);
        Assert.Equal(expected, Trimmer.Find(Array.ConvertAll(samples, sample => sample + 0.05f), Rate));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(16_000, 0)]
    [InlineData(16_000, 0.001)]
    [InlineData(3, 0)]
    public void Silence_and_faint_noise_are_nothing(int length, double amplitude) =>
        Assert.Null(Trimmer.Find(Signal.Noise(1, length, amplitude), Rate));

    [Theory(Timeout = 120_000)]
    [InlineData("slt")]
    [InlineData("awb")]
    [InlineData("rms")]
    [InlineData("kal")]
    public async Task A_real_voice_loses_its_silence_but_no_phone(string voice)
    {
        const string text = "Fish and thistles, if you think of fifth.";
        await using var run = new TestRun();
        var wave = await Tools.FliteAsync(run, "voice.wav", voice, text);
        var phones = await run.Scope.RunAsync(
            new Resources.ProcessCommand { FileName = "flite", Arguments = ["-voice", voice, "-t", text, "-psdur", "-o", "none"] },
            TestContext.Current.CancellationToken);
        var times = phones.StandardOutput.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(phone => phone.Split(':'))
            .Where(pair => pair.Length == 2)
            .Select(pair => (Phone: pair[0], End: double.Parse(pair[1])))
            .ToList();
        var speechStart = times[0].End;
        var speechEnd = times.FindLast(phone => phone.Phone is not "pau").End;

        using var reader = WaveReader.Open(wave);
        var rate = reader.Format.SampleRate;
        var (start, end) = Trimmer.Find(reader.ReadMono(), rate)!.Value;
        Assert.InRange(start / (double)rate, speechStart - 0.120, speechStart + 0.005);
        Assert.InRange(end / (double)rate, speechEnd - 0.010, speechEnd + 0.200);
    }
}
