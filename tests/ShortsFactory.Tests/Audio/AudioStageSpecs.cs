using ShortsFactory.Audio;
using ShortsFactory.Speech;

namespace ShortsFactory.Tests.Audio;

[Collection(nameof(RunsAlone))]
public sealed class AudioStageSpecs
{
    private static readonly string[] Text =
    [
        "An octopus has three hearts.", "Two of them stop beating when it swims.", "That is why it prefers to crawl.", "Follow for more!",
    ];

    [Theory(Timeout = 120_000)]
    [InlineData("kal")]
    [InlineData("awb")]
    [InlineData("rms")]
    [InlineData("slt")]
    [InlineData("espeak")]
    public async Task Real_voices_are_delivered_at_the_platforms_loudness(string voice)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var run = new TestRun();
        var paths = new List<string>();
        foreach (var (index, text) in Text.Index())
        {
            paths.Add(voice is "espeak"
                ? await Tools.EspeakAsync(run, $"{index}.wav", text)
                : await Tools.FliteAsync(run, $"{index}.wav", voice, text));
        }

        var soundtrack = await RunAsync(run, paths, cancellationToken: cancellationToken);
        var judged = await Tools.EbuR128Async(run, soundtrack.MasterPath, cancellationToken);
        Assert.Equal(-14, judged.IntegratedLufs, 0.5);
        Assert.InRange(judged.TruePeakDbtp, -20, -1.9);
        Assert.Equal(judged.IntegratedLufs, soundtrack.IntegratedLufs, 0.1);
        Assert.Equal(judged.TruePeakDbtp, soundtrack.TruePeakDbtp, 0.2);
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public async Task Every_sentence_lies_where_its_span_says_in_both_renderings()
    {
        await using var run = new TestRun();
        int[] rates = [16_000, 22_050, 48_000, 44_100];
        List<string> paths = [];
        foreach (var (index, rate) in rates.Index())
        {
            // A tone of its own for each sentence, after a silence of its own.
            float[] samples = [.. new float[rate / (index + 2)], .. Signal.Sine(rate, 300 + (200 * index), 0.5), .. new float[rate / 5]];
            paths.Add(await Signal.WriteAsync(run, $"{index}.wav", samples, rate));
        }

        var soundtrack = await RunAsync(run, paths, new AudioOptions { MarginBefore = TimeSpan.Zero, MarginAfter = TimeSpan.Zero });
        var master = Signal.Read(soundtrack.MasterPath);
        var recognition = Signal.Read(soundtrack.RecognitionPath);
        Assert.Equal(master.Length, 3 * recognition.Length);
        Assert.Equal(TimeSpan.FromSeconds(master.Length / 48_000.0), soundtrack.Duration);

        var covered = new bool[master.Length];
        foreach (var span in soundtrack.Sentences)
        {
            var (start, end) = ((int)span.StartSample, (int)span.EndSample);
            Assert.Equal((0, 0), (start % 3, end % 3));
            Assert.InRange(end - start, 24_000 - 1, 24_000 + 2_400);
            Assert.InRange(Signal.LevelOf(master.AsSpan(start, end - start), 48_000, 300 + (200 * span.Sentence)), -20, 0);
            Assert.InRange(Signal.LevelOf(recognition.AsSpan(start / 3, (end - start) / 3), 16_000, 300 + (200 * span.Sentence)), -20, 0);
            covered.AsSpan(start, end - start).Fill(true);
        }

        for (var i = 0; i < master.Length; i++)
        {
            Assert.True(covered[i] || (master[i] == 0 && recognition[i / 3] == 0), $"sample {i} lies between sentences and is not silent");
        }
    }

    [Fact]
    public async Task An_impulse_is_found_at_the_exact_sample()
    {
        await using var run = new TestRun();
        var samples = new float[16_000];
        Signal.Noise(1, 4_000, 0.01).CopyTo(samples, 6_000);
        samples[8_000] = 0.9f;
        var path = await Signal.WriteAsync(run, "impulse.wav", samples, 16_000);
        var (start, _) = new SilenceTrimmer(TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(60)).Find(Signal.Read(path), 16_000)!.Value;
        var soundtrack = await RunAsync(run, [path]);

        var span = soundtrack.Sentences.Single();
        Assert.Equal(span.StartSample + (3 * (8_000 - start)), PlaceOfPeak(Signal.Read(soundtrack.MasterPath)));
        Assert.Equal((span.StartSample / 3) + 8_000 - start, PlaceOfPeak(Signal.Read(soundtrack.RecognitionPath)));
    }

    [Fact]
    public async Task The_master_is_48_kilohertz_stereo_and_the_recognition_track_16_kilohertz_mono()
    {
        await using var run = new TestRun();
        var soundtrack = await RunAsync(run, [await Signal.WriteAsync(run, "0.wav", Signal.Sine(16_000, 300, 1), 16_000)]);
        using var master = WaveReader.Open(soundtrack.MasterPath);
        using var recognition = WaveReader.Open(soundtrack.RecognitionPath);
        Assert.Equal(new WaveFormat { Encoding = WaveEncoding.Pcm, SampleRate = 48_000, Channels = 2, BitsPerSample = 16 }, master.Format);
        Assert.Equal(new WaveFormat { Encoding = WaveEncoding.Pcm, SampleRate = 16_000, Channels = 1, BitsPerSample = 16 }, recognition.Format);
    }

    [Fact]
    public async Task The_same_sentences_make_the_same_bytes()
    {
        await using var run = new TestRun();
        List<string> paths = [];
        for (var index = 0; index < 8; index++)
        {
            paths.Add(await Signal.WriteAsync(run, $"{index}.wav", Signal.Noise(index, 22_050, 0.9), 22_050));
        }

        var first = await BytesAsync();
        Assert.Equal(first, await BytesAsync());

        async Task<(string Master, string Recognition)> BytesAsync()
        {
            await using var again = new TestRun();
            var soundtrack = await RunAsync(again, paths);
            return (Convert.ToHexString(await File.ReadAllBytesAsync(soundtrack.MasterPath)), Convert.ToHexString(await File.ReadAllBytesAsync(soundtrack.RecognitionPath)));
        }
    }

    [Fact]
    public async Task A_changed_sentence_leaves_what_is_recognised_of_the_others_unchanged()
    {
        await using var run = new TestRun();
        var same = await Signal.WriteAsync(run, "same.wav", Signal.Sine(16_000, 300, 1, 0.3), 16_000);
        var soft = await Signal.WriteAsync(run, "soft.wav", Signal.Sine(16_000, 500, 1, 0.1), 16_000);
        var loud = await Signal.WriteAsync(run, "loud.wav", Signal.Sine(16_000, 500, 1, 0.9), 16_000);
        Assert.Equal(await SliceAsync([same, soft]), await SliceAsync([same, loud]));

        async Task<float[]> SliceAsync(string[] paths)
        {
            await using var again = new TestRun();
            var soundtrack = await RunAsync(again, paths);
            var span = soundtrack.Sentences[0];
            return Signal.Read(soundtrack.RecognitionPath)[(int)(span.StartSample / 3)..(int)(span.EndSample / 3)];
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task A_script_of_200_sentences_is_done_in_proportionate_memory()
    {
        await using var run = new TestRun();
        var path = await Signal.WriteAsync(run, "moment.wav", Signal.Sine(22_050, 300, 0.25), 22_050);
        var before = GC.GetTotalAllocatedBytes();
        var soundtrack = await RunAsync(run, [.. Enumerable.Repeat(path, 200)], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(200, soundtrack.Sentences.Count);

        // In all, and most of it for moments only: both tracks, the waves twice, windows and envelopes.
        var samples = soundtrack.Duration.TotalSeconds * 48_000;
        Assert.InRange((GC.GetTotalAllocatedBytes() - before) / samples, 4, 32);
    }

    [Fact]
    public async Task A_silent_sentence_is_named()
    {
        await using var run = new TestRun();
        var speech = await Signal.WriteAsync(run, "0.wav", Signal.Sine(16_000, 300, 1), 16_000);
        var silence = await Signal.WriteAsync(run, "1.wav", new float[16_000], 16_000);
        var exception = await Assert.ThrowsAsync<SilentSpeechException>(() => RunAsync(run, [speech, silence]));
        Assert.Equal(1, exception.Sentence);
        Assert.Contains("sentence 2 (line 2 of the script): \"Word1.\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_wave_is_named_and_everything_is_released()
    {
        var run = new TestRun();
        var speech = await Signal.WriteAsync(run, "0.wav", Signal.Sine(16_000, 300, 1), 16_000);
        var damaged = run.Scope.PathOf("1.wav");
        await File.WriteAllTextAsync(damaged, "not a wave");
        var exception = await Assert.ThrowsAsync<WaveFormatException>(() => RunAsync(run, [speech, damaged]));
        Assert.Equal(damaged, exception.Path);

        await run.DisposeAsync();
        Assert.Equal(run.Usage.Opened, run.Usage.Released);
        Assert.False(File.Exists(damaged));
    }

    [Fact]
    public async Task A_track_that_cannot_become_loud_enough_is_delivered_with_a_warning()
    {
        await using var run = new TestRun();
        var clicks = new float[32_000];
        for (var i = 1_000; i < clicks.Length; i += 4_000)
        {
            clicks[i] = 0.9f;
        }

        var soundtrack = await RunAsync(run, [await Signal.WriteAsync(run, "0.wav", clicks, 16_000)]);
        Assert.InRange(soundtrack.TruePeakDbtp, -10, -2);
        Assert.Contains("instead of -14.0", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stage_stops_when_it_is_cancelled()
    {
        await using var run = new TestRun();
        var path = await Signal.WriteAsync(run, "0.wav", Signal.Sine(16_000, 300, 1), 16_000);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(run, [path], cancellationToken: new CancellationToken(canceled: true)));
    }

    private static async Task<Soundtrack> RunAsync(
        TestRun run, IReadOnlyList<string> paths, AudioOptions? options = null, CancellationToken cancellationToken = default)
    {
        var draft = new Short
        {
            Id = "test",
            Request = new ShortRequest { ScriptPath = "/script.md", OutputPath = "/video.mp4" },
            Script = TrackLayoutSpecs.Script([.. paths.Select((_, index) => TrackLayoutSpecs.Sentence(index))]),
            Narration = new Narration
            {
                Voice = "test:voice",
                Sentences = [.. paths.Select((path, index) => new SpokenSentence { Sentence = index, WavePath = path })],
            },
        };
        return (await AudioStages.RunAsync(draft, run.Context, options, cancellationToken)).Soundtrack!;
    }

    private static int PlaceOfPeak(float[] samples) => Array.IndexOf(samples, samples.Max());
}
