using ShortsFactory.Models;
using ShortsFactory.Pipeline;
using ShortsFactory.Recognition;
using ShortsFactory.Resources;
using ShortsFactory.Speech;

namespace ShortsFactory.Tests.Recognition;

public sealed class RecognitionStageSpecs
{
    private static readonly string[] Spoken =
        ["Hello.", "It costs one thousand two hundred dollars in Reykjavik.", "Octopuses have three hearts, don't they?"];

    [Fact(Timeout = 120_000)]
    public async Task Every_display_word_has_its_time_on_the_track()
    {
        await using var bench = new RecognitionBench();
        var (path, spans) = await MakeTrackAsync(bench, TestContext.Current.CancellationToken);
        var draft = RecognitionBench.Draft(
            path,
            "en",
            (spans[0].Start, spans[0].End, "Hello."),
            (spans[1].Start, spans[1].End, "It costs $1,200=one_thousand_two_hundred_dollars in Reykjavik. 🧊="),
            (spans[2].Start, spans[2].End, "Octopuses have 3=three hearts,=hearts, don’t=don’t they?"));
        var stage = bench.Stage();

        await stage.PrepareAsync(draft, bench.Context, TestContext.Current.CancellationToken);
        var words = (await stage.RunAsync(draft, bench.Context, TestContext.Current.CancellationToken)).Transcript!.Words;

        Assert.Equal(draft.Script.Sentences.SelectMany(sentence => sentence.Words).Select(word => word.Text), words.Select(word => word.Text), StringComparer.Ordinal);
        Assert.All(words, word => Assert.Equal(WordTiming.Recognized, word.Timing));
        Assert.All(words, word => Assert.InRange(word.Confidence, 0.2, 1));
        Assert.All(words.Zip(words.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        Assert.All(words, word => Assert.InRange(word.Start.TotalSeconds * 16_000, spans[word.Sentence].Start, spans[word.Sentence].End));
        Assert.Empty(bench.Warnings);
    }

    [Fact(Timeout = 120_000)]
    public async Task Progress_counts_the_sentences()
    {
        await using var bench = new RecognitionBench();
        var (path, spans) = await MakeTrackAsync(bench, TestContext.Current.CancellationToken);
        var reports = new ProgressList();
        var context = bench.Context with { Progress = reports };
        var draft = RecognitionBench.Draft(path, "en", [.. spans.Zip(Spoken, (span, text) => (span.Start, span.End, text))]);
        var stage = bench.Stage();

        await stage.PrepareAsync(draft, context, TestContext.Current.CancellationToken);
        await stage.RunAsync(draft, context, TestContext.Current.CancellationToken);

        Assert.Equal(["sentence 1 of 3", "sentence 2 of 3", "sentence 3 of 3"], reports.Reports.Select(report => report.Detail).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Contains(reports.Reports, report => report.Fraction == 1);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_recogniser_that_dies_while_speech_is_made_does_not_cost_the_short()
    {
        await using var bench = new RecognitionBench();
        var (path, spans) = await MakeTrackAsync(bench, TestContext.Current.CancellationToken);
        var draft = RecognitionBench.Draft(path, "en", [.. spans.Zip(Spoken, (span, text) => (span.Start, span.End, text))]);
        var stage = bench.Stage();
        await stage.PrepareAsync(draft, bench.Context, TestContext.Current.CancellationToken);
        bench.Kill();

        var words = (await stage.RunAsync(draft, bench.Context, TestContext.Current.CancellationToken)).Transcript!.Words;

        Assert.All(words, word => Assert.Equal(WordTiming.Recognized, word.Timing));
    }

    [Fact]
    public async Task Without_a_model_for_the_language_words_are_laid_out_by_their_length_and_the_user_is_told_once()
    {
        await using var bench = new RecognitionBench();
        var track = bench.Scope.PathOf("hum.wav");
        SpokenWave.Write(track, [.. Enumerable.Range(0, 36_000).Select(sample => (short)(sample is < 16_000 or > 20_000 && sample % 100 < 50 ? 8_000 : 0))]);
        var draft = RecognitionBench.Draft(track, "de", (0, 16_000, "Guten Morgen, liebe Leute."), (20_000, 36_000, "Ja!"));
        var stage = bench.Stage();

        await stage.PrepareAsync(draft, bench.Context, TestContext.Current.CancellationToken);
        var words = (await stage.RunAsync(draft, bench.Context, TestContext.Current.CancellationToken)).Transcript!.Words;

        Assert.Contains("'de'", Assert.Single(bench.Warnings), StringComparison.Ordinal);
        Assert.All(words, word => Assert.Equal((WordTiming.Interpolated, 0.0), (word.Timing, word.Confidence)));
        Assert.Equal([0, 1.25], [words[0].Start.TotalSeconds, words[^1].Start.TotalSeconds]);
        Assert.True(words[1].End < words[2].Start, "The voice pauses at the comma.");
        Assert.True(words[3].End <= TimeSpan.FromSeconds(1));
    }

    [Fact(Timeout = 120_000)]
    public async Task Speech_that_says_something_else_is_told_by_its_sentence()
    {
        await using var bench = new RecognitionBench();
        var (path, spans) = await MakeTrackAsync(bench, TestContext.Current.CancellationToken);
        const string Other = "Nobody would ever find these words inside of a price.";
        var draft = RecognitionBench.Draft(
            path, "en", (spans[0].Start, spans[0].End, Spoken[0]), (spans[1].Start, spans[1].End, Other), (spans[2].Start, spans[2].End, Spoken[2]));

        var transcript = await RunAsync(bench, draft);

        Assert.Equal([false, true, false], transcript.Sentences.Select(sentence => sentence.SaysSomethingElse));
        Assert.InRange(transcript.Sentences[1].Fit!.Value, 0, 0.55);
        var warning = Assert.Single(bench.Warnings);
        Assert.Contains("sentence 2 (line 1)", warning, StringComparison.Ordinal);
        Assert.Contains(Other, warning, StringComparison.Ordinal);
        Assert.Equal(Other.Split(' '), transcript.Words.Where(word => word.Sentence == 1).Select(word => word.Text));
    }

    [Theory(Timeout = 120_000)]
    [InlineData(0)]
    [InlineData(3_000)]
    public async Task Silence_and_noise_are_no_sentence(int loudness)
    {
        await using var bench = new RecognitionBench();
        var random = new Random(1);
        var path = bench.Scope.PathOf("empty.wav");
        SpokenWave.Write(path, [.. Enumerable.Range(0, 48_000).Select(_ => (short)random.Next(-loudness, loudness + 1))]);

        var transcript = await RunAsync(bench, RecognitionBench.Draft(path, 0, 48_000, "Octopuses have three hearts, don't they?"));

        Assert.True(Assert.Single(transcript.Sentences).SaysSomethingElse);
        Assert.Contains("sentence 1", Assert.Single(bench.Warnings), StringComparison.Ordinal);
        Assert.All(transcript.Words.Zip(transcript.Words.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("slt", "NASA=nassa sent Perseverance to Jezero crater.", "NASA sent Perseverance to Jezero crater.")]
    [InlineData("rms", "Ask Xavi and Kvothe about Zyxel routers today.", "Ask Xavi and Kvothe about Zyxel routers today.")]
    public async Task Words_that_no_lexicon_knows_are_recognised_and_leave_their_neighbours_alone(string voice, string text, string said)
    {
        await using var bench = new RecognitionBench();
        var path = await bench.SpeakAsync(said, TestContext.Current.CancellationToken, voice);
        var (start, end) = SpokenWave.Trim(SpokenWave.Read(path));
        var draft = RecognitionBench.Draft(path, start, end, text) with { Narration = new Narration { Voice = $"flite:{voice}", Sentences = [] } };

        var transcript = await RunAsync(bench, draft);

        Assert.All(transcript.Words, word => Assert.Equal(WordTiming.Recognized, word.Timing));
        Assert.All(transcript.Words, word => Assert.InRange(word.End - word.Start, TimeSpan.FromMilliseconds(40), TimeSpan.FromSeconds(2)));
        Assert.False(Assert.Single(transcript.Sentences).SaysSomethingElse);
        Assert.Empty(bench.Warnings);
    }

    [Fact(Timeout = 120_000)]
    public async Task Graphs_are_gone_when_their_sentence_is_recognised()
    {
        await using var bench = new RecognitionBench();
        var (path, spans) = await MakeTrackAsync(bench, TestContext.Current.CancellationToken);

        await RunAsync(bench, RecognitionBench.Draft(path, "en", [.. spans.Zip(Spoken, (span, text) => (span.Start, span.End, text))]));

        Assert.Empty(Directory.EnumerateFiles(bench.Scope.Directory, "HCLG.fst", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_missing_library_is_told_before_anything_is_made()
    {
        await using var bench = new RecognitionBench();
        bench.Options.LibraryPath = "/nowhere/libvosk.so";

        var error = await Assert.ThrowsAsync<ToolMissingException>(() => bench.Stage().PrepareAsync(
            RecognitionBench.Draft("/nowhere.wav", 0, 100, "Hello."), bench.Context, TestContext.Current.CancellationToken));

        Assert.Contains("/nowhere/libvosk.so", error.Message, StringComparison.Ordinal);
        Assert.Contains("doctor", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_is_asked_for_by_name_must_be_there()
    {
        await using var bench = new RecognitionBench();
        bench.Options.Model = "vosk-model-klingon";

        var error = await Assert.ThrowsAsync<ModelInvalidException>(() => bench.Stage().PrepareAsync(
            RecognitionBench.Draft("/nowhere.wav", 0, 100, "Hello."), bench.Context, TestContext.Current.CancellationToken));

        Assert.Contains("vosk-model-klingon", error.Message, StringComparison.Ordinal);
    }

    private static async Task<Transcript> RunAsync(RecognitionBench bench, Short draft)
    {
        var stage = bench.Stage();
        await stage.PrepareAsync(draft, bench.Context, TestContext.Current.CancellationToken);
        return (await stage.RunAsync(draft, bench.Context, TestContext.Current.CancellationToken)).Transcript!;
    }

    private static async Task<(string Path, (long Start, long End)[] Spans)> MakeTrackAsync(RecognitionBench bench, CancellationToken cancellationToken)
    {
        var track = new List<short>();
        var spans = new List<(long Start, long End)>();
        foreach (var text in Spoken)
        {
            var samples = SpokenWave.Read(await bench.SpeakAsync(text, cancellationToken));
            var (start, end) = SpokenWave.Trim(samples);
            spans.Add((track.Count + start, track.Count + end));
            track.AddRange(samples);
        }

        var path = bench.Scope.PathOf("track.wav");
        SpokenWave.Write(path, track);
        return (path, [.. spans]);
    }

    private sealed class ProgressList : IProgress<StageProgress>
    {
        private readonly Lock _lock = new();

        public List<StageProgress> Reports { get; } = [];

        public void Report(StageProgress value)
        {
            lock (_lock)
            {
                Reports.Add(value);
            }
        }
    }
}
