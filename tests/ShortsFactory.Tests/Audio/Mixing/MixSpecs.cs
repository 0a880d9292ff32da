using System.Globalization;
using ShortsFactory.Audio;
using ShortsFactory.Audio.Mixing;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;
using ShortsFactory.Speech;

namespace ShortsFactory.Tests.Audio.Mixing;

/// <summary>Real voices over music of every kind, as files of every kind, judged by what was mixed.</summary>
public sealed class MixSpecs
{
    private const int Rate = SentenceSpan.SampleRate;
    private const string Kick = "0.9*sin(2*PI*50*t)*exp(-6*mod(t,0.5))";
    private const string Chord = "0.2*sin(2*PI*220*t)+0.2*sin(2*PI*277.2*t)+0.2*sin(2*PI*329.6*t)";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData("chord.mp3", "aevalsrc='" + Chord + "':s=44100:d=40")]
    [InlineData("loud.flac", "aevalsrc='4*(" + Chord + ")+2*" + Kick + "':s=44100:d=40,asoftclip")]
    [InlineData("bass.wav", "aevalsrc='" + Kick + "+0.5*sin(2*PI*41*t)':s=48000:d=40")]
    [InlineData("quiet.ogg", "anoisesrc=color=pink:amplitude=0.004:d=40:seed=1")]
    [InlineData("drums.wav", "aevalsrc='" + Kick + "+0.3*(random(0)*2-1)*exp(-40*mod(t+0.25,0.5))':s=44100:d=2")]
    [InlineData("swelling.m4a", "aevalsrc='0.9*min(1,(t/12)^3)*sin(2*PI*330*t)':s=44100:d=40")]
    [InlineData("old.wav", "anoisesrc=color=brown:amplitude=0.5:d=9:r=8000:seed=2")]
    [InlineData("studio.flac", "anoisesrc=color=pink:amplitude=0.3:d=20:r=96000:seed=3")]
    [InlineData("cinema.flac", "aevalsrc='0.1*sin(2*PI*200*t)|0.1*sin(2*PI*300*t)|0.2*sin(2*PI*400*t)|0.4*sin(2*PI*40*t)|0.1*sin(2*PI*500*t)|0.1*sin(2*PI*600*t)':c=5.1:s=48000:d=20")]
    public async Task Music_lies_15_LU_below_every_sentence_and_comes_up_in_a_long_pause(string name, string source)
    {
        await using var run = new TestRun();
        await GenerateAsync(run, name, source);
        var (voice, mix) = await MixAsync(run, new MusicSettings { File = name });

        var judged = await Tools.EbuR128Async(run, mix.MasterPath, Token);
        Assert.Equal(-14, judged.IntegratedLufs, 0.3);
        Assert.InRange(judged.TruePeakDbtp, -20, -1.9);
        var (speech, music) = Separate(voice, mix);
        var distances = mix.Sentences.Select(span => speech.Mean(span.StartSample, span.EndSample) - music.Mean(span.StartSample, span.EndSample)).ToList();
        Assert.All(distances, distance => Assert.InRange(distance, 15, 60));
        Assert.Equal(mix.Music!.BelowVoice!.Value, distances.Min(), 0.3);

        // The pause of 2 s behind the second sentence: the middle of it, between release and attack.
        var pause = (mix.Sentences[1].EndSample + (Rate * 3 / 4), mix.Sentences[2].StartSample - (Rate / 2));
        var before = music.Mean(mix.Sentences[1].StartSample, mix.Sentences[1].EndSample);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {distances.Min():0.0} to {distances.Max():0.0} LU below the sentences, {speech.Integrated - music.Mean(pause.Item1, pause.Item2):0.0} LU in the pause, {judged.IntegratedLufs:0.0} LUFS, {judged.TruePeakDbtp:0.0} dBTP"));
        Assert.True(music.Mean(pause.Item1, pause.Item2) > before + 4 || name is "swelling.m4a", "the music does not come up");
        Assert.Empty(run.Warnings);
    }

    [Fact(Timeout = 120_000)]
    public async Task Nothing_clicks_and_the_end_fades_away()
    {
        await using var run = new TestRun();
        await GenerateAsync(run, "tone.wav", "sine=frequency=500:sample_rate=48000:duration=1.2345");
        var (voice, mix) = await MixAsync(run, new MusicSettings { File = "tone.wav" });

        var (played, spoken) = (Left(mix.MasterPath), Left(voice.MasterPath));
        var rest = Remove(played, spoken);

        // A sine's largest step is its amplitude times 2 pi f / r; in pauses the tone is loudest.
        var amplitude = rest.Max(Math.Abs);
        var largest = Enumerable.Range(1, rest.Length - 1).Max(i => Math.Abs(rest[i] - rest[i - 1]));
        Assert.InRange(largest, 0, (amplitude * 2 * Math.PI * 500 / Rate * 1.2) + (3.0 / 32_768));
        Assert.Equal(0, rest[^1], 4);
        Assert.True(Peak(rest.AsSpan(^(Rate / 10)..)) < Peak(rest.AsSpan((int)mix.Sentences[^1].StartSample, Rate / 10)) / 4);
        Assert.InRange(Peak(rest.AsSpan(0, 10)), 0, 0.001);
    }

    [Fact(Timeout = 120_000)]
    public async Task Switches_of_the_script_are_obeyed()
    {
        await using var run = new TestRun();
        await GenerateAsync(run, "song.wav", "aevalsrc='if(lt(t,5),0,0.5*sin(2*PI*if(lt(t,15),300,900)*t))':s=48000:d=25");
        var (_, usual) = await MixAsync(run, new MusicSettings { File = "song.wav" });
        var (_, late) = await MixAsync(run, new MusicSettings { File = "song.wav", From = TimeSpan.FromSeconds(16) });
        var (voice, flat) = await MixAsync(run, new MusicSettings { File = "song.wav", Duck = false, From = TimeSpan.FromSeconds(6) });
        var (_, softer) = await MixAsync(run, new MusicSettings { File = "song.wav", Volume = -6 });
        var (_, once) = await MixAsync(run, new MusicSettings { File = "song.wav", From = TimeSpan.FromSeconds(22), Loop = false });

        // Its silence at the beginning is skipped, unless the script says where to begin.
        Assert.InRange(Level(usual, 300) - Level(late, 300), 15, 200);
        Assert.InRange(Level(late, 900) - Level(usual, 900), 15, 200);
        Assert.Equal(usual.Music!.BelowVoice!.Value + 6, softer.Music!.BelowVoice!.Value, 0.7);
        Assert.InRange(Peak(Remove(Left(once.MasterPath), Left(voice.MasterPath)).AsSpan(4 * Rate)), 0, 0.002);

        var (_, music) = Separate(voice, flat);
        var pause = music.Mean(flat.Sentences[1].EndSample + Rate, flat.Sentences[2].StartSample - (Rate / 2));
        Assert.Equal(pause, music.Mean(flat.Sentences[1].StartSample, flat.Sentences[1].EndSample), 0.7);

        static double Level(Soundtrack track, double frequency) => Signal.LevelOf(
            Left(track.MasterPath).AsSpan((int)track.Sentences[1].EndSample + (Rate * 3 / 4), Rate * 3 / 4), Rate, frequency);
    }

    [Fact]
    public void Arguments() => Golden.Matches(
        string.Join('\n', AccompanimentMixer.Arguments("music.mp3", TimeSpan.FromSeconds(80), skipsSilence: false, TimeSpan.FromSeconds(48.25), "decoded-music.wav"))
        + "\n\n"
        + string.Join('\n', AccompanimentMixer.Arguments("music.mp3", from: null, skipsSilence: true, TimeSpan.FromSeconds(48.25), "decoded-music.wav"))
        + "\n",
        "MusicArguments");

    [Theory(Timeout = 120_000)]
    [InlineData("generated:whoosh")]
    [InlineData("generated:pop")]
    [InlineData("hit.wav")]
    public async Task Effect_meets_the_beginning_of_its_scene_with_its_loudest_moment(string sound)
    {
        await using var run = new TestRun();
        await GenerateAsync(run, "hit.wav", "aevalsrc='0.5*sin(2*PI*700*t)*exp(-((t-1)^2)*60)':s=44100:d=2");
        var (voice, mix) = await MixAsync(run, music: null, transition: sound);

        var rest = Remove(Left(mix.MasterPath), Left(voice.MasterPath), Right(mix.MasterPath));
        var block = Rate / 50;
        var loudest = Enumerable.Range(0, rest.Length / block).MaxBy(index => rest.AsSpan(index * block, block).ToArray().Sum(sample => sample * sample)) * block;
        Assert.InRange(loudest / (double)Rate, mix.Sentences[2].Start.TotalSeconds - 0.03, mix.Sentences[2].Start.TotalSeconds + 0.05);
        Assert.Equal([sound], mix.TransitionSounds);
        Assert.InRange(Peak(rest), 0.03, 0.5);
        Assert.InRange(Peak(rest.AsSpan(0, (int)mix.Sentences[1].StartSample)), 0, 0.002);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("nowhere.mp3", "the music 'nowhere.mp3' does not exist (paths start at the script's folder).")]
    [InlineData("tome.wav", "does not exist (paths start at the script's folder). Did you mean 'tone.wav'?")]
    [InlineData("text.mp3", "it is not a video, picture or sound that ffmpeg can read")]
    [InlineData("picture.png", "it has no sound and cannot be the music.")]
    [InlineData("mute.mp4", "it has no sound and cannot be the music.")]
    [InlineData("locked.m4a", "its sound cannot be decoded: the file is broken, or protected against copying.")]
    [InlineData("empty", "the music: the folder '")]
    [InlineData("generated:clam", "the music: there is no generated sound 'clam'.")]
    public async Task What_is_no_music_is_refused_before_any_work(string file, string message)
    {
        await using var run = new TestRun();
        await GenerateAsync(run, "tone.wav", "sine=duration=1");
        await GenerateAsync(run, "picture.png", "color=red:size=64x64", "-frames:v", "1");
        await GenerateAsync(run, "mute.mp4", "color=red:size=64x64:duration=1");
        await GenerateAsync(run, "plain.m4a", "sine=duration=1");
        await File.WriteAllTextAsync(run.Scope.PathOf("text.mp3"), "no sound", Token);

        // As shops sell it: the sample entry says that the samples are encrypted, and they are.
        var bytes = await File.ReadAllBytesAsync(run.Scope.PathOf("plain.m4a"), Token);
        "drms"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("mp4a"u8)));
        var (samples, index) = (bytes.AsSpan().IndexOf("mdat"u8) + 4, bytes.AsSpan().IndexOf("moov"u8) - 4);
        new Random(1).NextBytes(bytes.AsSpan(samples, index - samples));
        await File.WriteAllBytesAsync(run.Scope.PathOf("locked.m4a"), bytes, Token);
        Directory.CreateDirectory(run.Scope.PathOf("empty"));

        var exception = await Assert.ThrowsAsync<InvalidInputException>(() => MixAsync(run, new MusicSettings { File = file }));

        Assert.StartsWith($"{run.Scope.PathOf("script.md")}:4: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.Advice);
    }

    [Fact(Timeout = 60_000)]
    public async Task Silent_music_and_a_late_beginning_are_refused()
    {
        await using var run = new TestRun();
        await GenerateAsync(run, "silent.wav", "anullsrc=duration=3");
        await GenerateAsync(run, "tone.wav", "sine=duration=3");

        Assert.Contains("script.md:4: the music 'silent.wav' is silent.", await MessageAsync(new MusicSettings { File = "silent.wav" }), StringComparison.Ordinal);
        Assert.Contains(
            "script.md:4: the music 'tone.wav' is to begin at 80 s, but it is only 3 s long.",
            await MessageAsync(new MusicSettings { File = "tone.wav", From = TimeSpan.FromSeconds(80) }),
            StringComparison.Ordinal);

        async Task<string> MessageAsync(MusicSettings settings) =>
            (await Assert.ThrowsAsync<InvalidInputException>(() => MixAsync(run, settings))).Message;
    }

    [Fact(Timeout = 60_000)]
    public async Task Folder_gives_a_title_always_the_same_music_and_another_title_another_one()
    {
        await using var run = new TestRun();
        Directory.CreateDirectory(run.Scope.PathOf("music"));
        for (var index = 0; index < 5; index++)
        {
            await GenerateAsync(run, $"music/{index}.wav", $"sine=frequency={200 + (100 * index)}:duration=2");
        }

        List<string> chosen = [];
        for (var title = 0; title < 8; title++)
        {
            var (_, mix) = await MixAsync(run, new MusicSettings { File = "music" }, title: $"Part {title / 2}");
            chosen.Add(mix.Music!.Name);
        }

        Assert.Equal(chosen.Where((_, index) => index % 2 == 0), chosen.Where((_, index) => index % 2 == 1));
        Assert.True(chosen.Distinct().Count() > 1);
    }

    private static async Task GenerateAsync(TestRun run, string name, string source, params string[] arguments) =>
        await run.Scope.RunAsync(
            new ProcessCommand { FileName = "ffmpeg", Arguments = ["-v", "error", "-y", "-f", "lavfi", "-i", source, .. arguments, run.Scope.PathOf(name)] }, Token);

    /// <summary>The track of a real voice without and with what is to be heard besides; the third sentence, after a pause of 2 s, begins a scene.</summary>
    private static async Task<(Soundtrack Voice, Soundtrack Mix)> MixAsync(TestRun run, MusicSettings? music, string? transition = null, string title = "Test")
    {
        string[] texts = ["An octopus has three hearts.", "Two of them stop when it swims.", "That is why it prefers to crawl.", "Follow for more!"];
        List<SpokenSentence> spoken = [];
        foreach (var (index, text) in texts.Index())
        {
            spoken.Add(new SpokenSentence { Sentence = index, WavePath = await Tools.FliteAsync(run, $"{index}.wav", "slt", text) });
        }

        var sentences = texts.Select((_, index) => TrackLayoutSpecs.Sentence(index) with { PauseAfter = index == 1 ? TimeSpan.FromSeconds(2) : null }).ToList();
        var draft = new Short
        {
            Id = "test",
            Request = new ShortRequest { ScriptPath = run.Scope.PathOf("script.md"), OutputPath = run.Scope.PathOf("video.mp4") },
            Script = new Script
            {
                Title = title,
                Music = music,
                Transition = transition is null ? null : new TransitionSound { File = transition },
                Lines = new Dictionary<string, int> { ["music"] = 4, ["transition-sound"] = 5 },
                Scenes = [new Scene { Sentences = sentences[..2] }, new Scene { Sentences = sentences[2..] }],
            },
            Narration = new Narration { Voice = "flite:slt", Sentences = spoken },
        };
        var plain = draft with { Script = draft.Script with { Music = null, Transition = null } };
        return (await RunAsync(run, plain), await RunAsync(run, draft));
    }

    private static async Task<Soundtrack> RunAsync(TestRun run, Short draft)
    {
        // A parent of its own, to which the results are moved out.
        var context = run.Context with { Scope = run.Scope.Open("short").Open("audio") };
        return (await AudioStages.RunAsync(draft, context, cancellationToken: Token)).Soundtrack!;
    }

    private static (LoudnessSteps Speech, LoudnessSteps Music) Separate(Soundtrack voice, Soundtrack mix)
    {
        float[] spoken = Left(voice.MasterPath);
        var (left, right) = (Left(mix.MasterPath), Right(mix.MasterPath));
        var gain = (float)GainOf(spoken, left);
        using var music = new MemorySource([.. Remove(left, spoken).Zip(Remove(right, spoken)).SelectMany(pair => (float[])[pair.First, pair.Second])]);
        using var speech = new MemorySource([.. spoken.SelectMany(sample => (float[])[gain * sample, gain * sample])]);
        return (LoudnessSteps.Of(speech, Token), LoudnessSteps.Of(music, Token));
    }

    /// <summary>What is left of a mix when the voice is taken out, by the gain with which least is left; the normaliser may have moved it a little.</summary>
    private static float[] Remove(float[] mix, float[] voice, float[]? other = null)
    {
        if (other is not null)
        {
            mix = [.. mix.Zip(other, (left, right) => (left + right) / 2)];
        }

        var gain = GainOf(voice, mix);
        return [.. mix.Zip(voice, (one, two) => (float)(one - (gain * two)))];
    }

    private static double GainOf(float[] voice, float[] mix) =>
        mix.Zip(voice, (one, two) => (double)one * two).Sum() / voice.Sum(sample => (double)sample * sample);

    private static float Peak(ReadOnlySpan<float> samples)
    {
        var peak = 0f;
        foreach (var sample in samples)
        {
            peak = Math.Max(peak, Math.Abs(sample));
        }

        return peak;
    }

    private static float[] Left(string path) => Channel(path, 0);

    private static float[] Right(string path) => Channel(path, 1);

    private static float[] Channel(string path, int channel)
    {
        using var reader = WaveReader.Open(path);
        var samples = new float[2 * reader.FrameCount];
        reader.Fill(samples);
        return [.. samples.Where((_, index) => index % 2 == channel)];
    }
}
