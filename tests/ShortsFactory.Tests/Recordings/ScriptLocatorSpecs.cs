using ShortsFactory.Audio;
using ShortsFactory.Models;
using ShortsFactory.Resources;
using ShortsFactory.Speech;
using ShortsFactory.Tests.Audio;
using ShortsFactory.Tests.Recognition;

namespace ShortsFactory.Tests.Recordings;

/// <summary>Real recordings of a bundled voice, heard by the real recogniser.</summary>
public sealed class ScriptLocatorSpecs
{
    private static readonly double[] OddPauses = [0.6, 0.03, 1.8, 0.3, 0.1, 0.8];

    [Theory(Timeout = 240_000)]
    [InlineData("wav", "")]
    [InlineData("mp3", "-b:a 96k")]
    [InlineData("m4a", "-ar 44100 -ac 2 -c:a aac -b:a 96k")]
    [InlineData("wav", "-filter_complex anoisesrc=r=16000:a=0.004:d=60:seed=3[n];[0][n]amix=inputs=2:duration=first:normalize=0,volume=-12dB")]
    public async Task Sentences_are_found_where_they_were_said(string format, string conversion)
    {
        await using var run = new TestRun();
        var sentences = RecordingBooth.Sentences("flite:slt").Take(6).ToList();
        var wave = run.Scope.PathOf("voice.wav");
        var starts = await RecordingBooth.RecordAsync(run.Scope, wave, "slt", sentences, OddPauses);
        var recording = conversion.Length == 0
            ? wave
            : await Audio.Tools.ConvertAsync(run, wave, $"converted.{format}", TestContext.Current.CancellationToken, conversion.Split(' '));

        var (_, speech) = await new RecordingBooth().HearAsync(run, RecordingBooth.Draft(recording, "en", [.. sentences.Select(sentence => sentence.Text)]));

        Assert.Empty(run.Warnings);
        var first = 0;
        foreach (var (sentence, span) in sentences.Zip(speech.Sentences))
        {
            // A margin of 40 ms is kept before the first sound, which may come a little before or after the word's own start.
            Assert.InRange(starts[first] - span.Start.TotalMilliseconds, -40, 160);
            first += sentence.Starts.Length;
            Assert.True(span.End.TotalMilliseconds > starts[first - 1]);
            Assert.True(first == starts.Count || span.End.TotalMilliseconds < starts[first] + 40);
        }
    }

    [Theory(Timeout = 240_000)]
    [InlineData("rms", "-b:a 96k", 12, 40)]
    [InlineData("slt", "-b:a 96k", 12, 40)]
    [InlineData("slt", "-filter_complex anoisesrc=r=16000:a=0.004:d=60:seed=3[n];[0][n]amix=inputs=2:duration=first:normalize=0,volume=-12dB", 35, 110)]
    public async Task Words_of_a_recording_start_when_they_were_said(string voice, string conversion, int median, int nineInTen)
    {
        await using var run = new TestRun();
        await using var bench = new RecognitionBench();
        var sentences = RecordingBooth.Sentences($"flite:{voice}").Take(6).ToList();
        var wave = run.Scope.PathOf("voice.wav");
        var starts = await RecordingBooth.RecordAsync(run.Scope, wave, voice, sentences, OddPauses);
        var recording = await Audio.Tools.ConvertAsync(run, wave, "converted.mp3", TestContext.Current.CancellationToken, conversion.Split(' '));
        var (draft, speech) = await new RecordingBooth().HearAsync(run, RecordingBooth.Draft(recording, "en", [.. sentences.Select(sentence => sentence.Text)]));
        draft = draft with { Narration = new Narration { Voice = "recording", Sentences = [], Recorded = speech } };

        await using var scope = run.Scope.Open("audio");
        draft = await AudioStages.RunAsync(
            draft, run.Context with { Scope = scope }, cancellationToken: TestContext.Current.CancellationToken);
        var stage = bench.Stage();
        await stage.PrepareAsync(draft, bench.Context, TestContext.Current.CancellationToken);
        var words = (await stage.RunAsync(draft, bench.Context, TestContext.Current.CancellationToken)).Transcript!.Words;

        // The track begins where the silence before the first speech has been cut to its lead-in.
        var cut = speech.Sentences[0].Start - draft.Soundtrack!.Sentences[0].Start;
        var errors = words.Zip(starts).Select(pair => Math.Abs((pair.First.Start + cut).TotalMilliseconds - pair.Second)).Order().ToArray();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{voice}, {errors.Length} words; start error median {errors[errors.Length / 2]:0} ms, p90 {errors[errors.Length * 9 / 10]:0} ms, most {errors[^1]:0} ms");
        Assert.InRange(errors[errors.Length / 2], 0, median);
        Assert.InRange(errors[errors.Length * 9 / 10], 0, nineInTen);
    }

    [Fact(Timeout = 240_000)]
    public async Task What_was_said_besides_the_script_and_what_was_left_out_is_told_and_moves_nothing()
    {
        await using var run = new TestRun();
        var said = RecordingBooth.Sentences("flite:slt").Take(6).ToList();
        var wave = run.Scope.PathOf("voice.wav");
        var starts = await RecordingBooth.RecordAsync(run.Scope, wave, "slt", said, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
        string[] script = [said[0].Text, said[1].Text, "Nobody has ever said this sentence.", said[3].Text, said[4].Text, said[5].Text];

        var (_, speech) = await new RecordingBooth().HearAsync(run, RecordingBooth.Draft(wave, "en", [.. script[..2], script[2], .. script[3..]]));
        var besides = run.Warnings.ToArray();
        run.Warnings.Clear();
        var (_, shorter) = await new RecordingBooth().HearAsync(run, RecordingBooth.Draft(wave, "en", [.. script[..2], .. script[3..]]));
        var added = run.Warnings.ToArray();
        run.Warnings.Clear();
        var (_, longer) = await new RecordingBooth().HearAsync(run, RecordingBooth.Draft(wave, "en", [.. said.Select(sentence => sentence.Text).Take(3), script[2], .. script[3..]]));

        Assert.Contains("\"Nobody has ever said this sentence.\" was not recognised", Assert.Single(besides), StringComparison.Ordinal);
        Assert.Contains("the recording says \"it costs one thousand two hundred dollars a …\"", Assert.Single(added), StringComparison.Ordinal);
        Assert.Contains("the recording leaves out \"Nobody has ever said this sentence.\"", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(longer.Sentences[3].StartSample, longer.Sentences[3].EndSample);
        SentenceSpan[] last = [speech.Sentences[^1], shorter.Sentences[^1], longer.Sentences[^1]];
        Assert.All(last, span => Assert.InRange(starts[^said[5].Starts.Length] - span.Start.TotalMilliseconds, -40, 160));
    }

    [Fact(Timeout = 240_000)]
    public async Task Without_a_model_sentences_follow_the_pauses_and_their_length()
    {
        await using var run = new TestRun();
        var sentences = RecordingBooth.Sentences("flite:slt").Skip(1).Take(5).ToList();
        var wave = run.Scope.PathOf("voice.wav");
        var starts = await RecordingBooth.RecordAsync(run.Scope, wave, "slt", sentences, [0.6, 0.4, 0.7, 0.5, 0.9]);
        var booth = new RecordingBooth { Models = new ModelCatalog(new Home { Directory = run.Scope.Directory }) };

        var (_, speech) = await booth.HearAsync(run, RecordingBooth.Draft(wave, "de", [.. sentences.Select(sentence => sentence.Text)]));

        var first = 0;
        foreach (var (sentence, span) in sentences.Zip(speech.Sentences))
        {
            Assert.InRange(starts[first] - span.Start.TotalMilliseconds, -40, 160);
            first += sentence.Starts.Length;
        }
    }

    [Fact(Timeout = 240_000)]
    public async Task A_recording_without_a_script_is_written_down_and_punctuated_by_its_pauses()
    {
        await using var run = new TestRun();
        var wave = run.Scope.PathOf("voice.wav");
        await RecordingBooth.RecordAsync(
            run.Scope, wave, "slt", [("An octopus has three hearts", []), ("and nine brains.", []), ("I know it is true.", [])], [0.5, 0, 0.6]);
        var draft = RecordingBooth.Draft(wave, "en", "Nothing.");

        var (written, _) = await new RecordingBooth().HearAsync(run, draft with { Script = draft.Script with { Scenes = [] } });

        Assert.Equal(["An octopus has three hearts, and nine brains.", "I know it is true."], written.Script.Sentences.Select(sentence => sentence.Text));
        Assert.Empty(run.Warnings);
    }

    [Fact(Timeout = 120_000)]
    public async Task Without_script_and_model_the_user_learns_which_model_to_install()
    {
        await using var run = new TestRun();
        var wave = run.Scope.PathOf("voice.wav");
        await RecordingBooth.RecordAsync(run.Scope, wave, "slt", [("Hello there.", [])], [0.5]);
        var draft = RecordingBooth.Draft(wave, "de", "Nothing.");

        var error = await Assert.ThrowsAsync<ToolMissingException>(() =>
            new RecordingBooth().HearAsync(run, draft with { Script = draft.Script with { Scenes = [] } }));

        Assert.Contains("'de'", error.Message, StringComparison.Ordinal);
        Assert.Contains("shorts models install vosk-model-small-de-0.15", error.Advice, StringComparison.Ordinal);
    }

    [Fact(Timeout = 240_000)]
    public async Task The_track_keeps_the_pauses_and_has_the_loudness_of_synthesised_speech()
    {
        await using var run = new TestRun();
        var sentences = RecordingBooth.Sentences("flite:slt").Take(3).ToList();
        var wave = run.Scope.PathOf("voice.wav");
        var starts = await RecordingBooth.RecordAsync(run.Scope, wave, "slt", sentences, [2.5, 1.3, 0.4]);
        var quiet = await Audio.Tools.ConvertAsync(run, wave, "quiet.flac", TestContext.Current.CancellationToken, "-af", "volume=-25dB");
        var (draft, speech) = await new RecordingBooth().HearAsync(run, RecordingBooth.Draft(quiet, "en", [.. sentences.Select(sentence => sentence.Text)]));
        draft = draft with { Narration = new Narration { Voice = "recording", Sentences = [], Recorded = speech } };

        await using var scope = run.Scope.Open("audio");
        var track = (await AudioStages.RunAsync(
            draft, run.Context with { Scope = scope }, cancellationToken: TestContext.Current.CancellationToken)).Soundtrack!;

        Assert.InRange(track.IntegratedLufs, -14.1, -13.9);
        Assert.InRange(track.TruePeakDbtp, -20, -2);
        Assert.InRange(track.Sentences[0].Start.TotalSeconds, 0.15, 0.21);
        var pause = (starts[1] - starts[0]) - (track.Sentences[1].Start - track.Sentences[0].Start).TotalMilliseconds;
        Assert.InRange(pause, -60, 60);
        var loudness = await Audio.Tools.EbuR128Async(run, track.MasterPath, TestContext.Current.CancellationToken);
        Assert.InRange(loudness.IntegratedLufs, -14.3, -13.7);
    }
}
