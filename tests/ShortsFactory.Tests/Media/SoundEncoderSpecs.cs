using ShortsFactory.Pipeline;
using Microsoft.Extensions.Options;
using ShortsFactory.Audio;
using ShortsFactory.Audio.Mixing;
using ShortsFactory.Media;
using ShortsFactory.Tests.Audio;

namespace ShortsFactory.Tests.Media;

/// <summary>What is delivered of a track, as AAC, judged by ffmpeg's own meter.</summary>
public sealed class SoundEncoderSpecs
{
    private const int Rate = SentenceSpan.SampleRate;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData("ordinary", 192_000, -2, -14)]
    [InlineData("square", 192_000, -1.1, -17.5)]
    [InlineData("square", 96_000, -1.1, -18)]
    [InlineData("noise", 192_000, -1.1, -16)]
    public async Task Delivered_sound_is_as_loud_as_its_track_and_its_peaks_stay_below_the_limit(string material, int bitrate, double ceiling, double lufs)
    {
        await using var run = new TestRun();
        var track = await TrackAsync(run, Samples(material), ceiling, lufs);
        var sound = await EncodeAsync(run, track, bitrate);

        var judged = await Tools.EbuR128Async(run, run.Context.Scope.PathOf(EncodedSound.FileName), Token);
        Assert.Equal(track.IntegratedLufs, judged.IntegratedLufs, 0.55);
        Assert.InRange(judged.TruePeakDbtp, -20, -0.95);
        Assert.Equal(judged.IntegratedLufs, sound.Loudness.IntegratedLufs, 0.1);
        Assert.Equal(judged.TruePeakDbtp, sound.Loudness.TruePeakDbtp, 0.2);
        Assert.True(SoundEncoder.Fault(sound.Loudness, track.IntegratedLufs) == 0, $"{sound}");
    }

    [Fact(Timeout = 120_000)]
    public async Task Sound_that_the_codec_moves_too_far_is_encoded_again_and_other_sound_once()
    {
        await using var run = new TestRun();
        await using var again = new TestRun();

        Assert.Equal(1, (await EncodeAsync(run, await TrackAsync(run, Samples("ordinary"), -2, -14), 192_000)).Tries);
        Assert.InRange((await EncodeAsync(again, await TrackAsync(again, Samples("square"), -1.1, -16), 192_000)).Tries, 2, 4);
    }

    [Fact(Timeout = 60_000)]
    public async Task Each_sample_is_at_its_place()
    {
        await using var run = new TestRun();
        var samples = new float[2 * Rate];
        for (var i = 0; i < 400; i++)
        {
            samples[Rate + i] = (float)(0.6 * Math.Sin(2 * Math.PI * 3_000 * i / Rate) * Math.Exp(-i / 60.0));
        }

        var path = await Signal.WriteAsync(run, "click.wav", samples, Rate, channels: 2);
        await EncodeAsync(run, new Soundtrack { MasterPath = path, RecognitionPath = "", Duration = TimeSpan.FromSeconds(2), Sentences = [], IntegratedLufs = -40, TruePeakDbtp = -4 }, 192_000);

        var decoded = Signal.Read(await Tools.ConvertAsync(run, run.Context.Scope.PathOf(EncodedSound.FileName), "decoded.wav", Token, "-c:a", "pcm_f32le"));
        var lag = Enumerable.Range(-200, 401).MaxBy(shift => Enumerable.Range(0, 400).Sum(i => samples[Rate + i] * decoded[Rate + i + shift]));
        Assert.Equal(0, lag);
    }

    [Fact]
    public void Arguments() => Golden.Matches(string.Join('\n', SoundEncoder.Arguments("track.wav", 192_000)) + "\n", "SoundEncoder");

    private static Task<EncodedSound> EncodeAsync(TestRun run, Soundtrack track, int bitrate) =>
        new SoundEncoder(new Ffmpeg(Options.Create(new MediaOptions())), new ProcessorSlots()).EncodeAsync(track, bitrate, run.Context.Scope, Token);

    /// <summary>Brings samples to a loudness, or as near as the ceiling lets them.</summary>
    private static async Task<Soundtrack> TrackAsync(TestRun run, float[] mono, double ceiling, double lufs)
    {
        var path = run.Scope.PathOf("track.wav");
        float[] stereo = [.. new float[9_600], .. mono.SelectMany(sample => (float[])[sample, sample])];
        var loudness = await StereoNormalizer.WriteAsync(() => new MemorySource(stereo), path, lufs, ceiling, run.Scope, Token);
        return new Soundtrack
        {
            MasterPath = path,
            RecognitionPath = "",
            Duration = TimeSpan.FromSeconds(stereo.Length / 2 / (double)Rate),
            Sentences = [],
            IntegratedLufs = loudness.IntegratedLufs,
            TruePeakDbtp = loudness.TruePeakDbtp,
        };
    }

    private static float[] Samples(string material) => material switch
    {
        "ordinary" => [.. Signal.Sine(Rate, 300, 4, 0.4)],
        "square" => [.. Bursts(i => i % 97 < 48 ? 0.9f : -0.9f)],
        _ => [.. Bursts(i => (((i * 2_654_435_761L) >> 7) % 2) == 0 ? 0.9f : -0.9f)],
    };

    /// <summary>Loud for 12 ms in every 400, so that the ceiling is reached before the loudness.</summary>
    private static IEnumerable<float> Bursts(Func<long, float> at) =>
        Enumerable.Range(0, 4 * Rate).Select(i => at(i) * (i % (Rate * 2 / 5) < Rate * 3 / 250 ? 1f : 0.02f));
}
