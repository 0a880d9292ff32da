using System.Globalization;
using Microsoft.Extensions.Options;
using ShortsFactory.Media;
using ShortsFactory.Models;
using ShortsFactory.Pipeline;
using ShortsFactory.Recognition;
using ShortsFactory.Recordings;
using ShortsFactory.Resources;
using ShortsFactory.Speech;
using ShortsFactory.Tests.Recognition;

namespace ShortsFactory.Tests.Recordings;

/// <summary>Makes recordings of which is known where each word begins, and the real services that hear them.</summary>
internal sealed class RecordingBooth
{
    private static readonly Ffmpeg Ffmpeg = new(Options.Create(new MediaOptions()));

    private readonly RecognitionOptions _recognition = new()
    {
        RecognizerPath = Path.Combine(
            RecognitionBench.Home.Directory, "artifacts", "bin", "ShortsFactory.Recognizer", new DirectoryInfo(AppContext.BaseDirectory).Name, "shorts-recognizer"),
    };

    public RecordingListener Listener => new(Options.Create(_recognition), Models, RecognitionBench.Home);

    public ScriptLocator Locator => new(Listener);

    public ModelCatalog Models { get; init; } = new(RecognitionBench.Home);

    public PipelineOptions Limits { get; } = new();

    public RecordingReader Reader => new(new MediaProbe(Ffmpeg), Ffmpeg, Options.Create(Limits));

    public RecordingIntake Intake => new(Reader, Listener, Models);

    /// <summary>Sentences of a voice with the starts of their words, in milliseconds, as the synthesiser tells them.</summary>
    public static IReadOnlyList<(string Text, double[] Starts)> Sentences(string voice) =>
        [.. File.ReadLines(Path.Combine(RecognitionBench.Home.Directory, "tests", "ShortsFactory.Tests", "Recognition", "word-starts.tsv"))
            .Select(line => line.Split('\t'))
            .Where(fields => fields[0] == voice)
            .Select(fields => (fields[1], fields[2].Split(' ').Select(start => double.Parse(start, CultureInfo.InvariantCulture)).ToArray()))];

    /// <summary>Speaks sentences of flite's into one 16 kHz wave, each after a pause in seconds; returns the starts of all words on its clock.</summary>
    public static async Task<IReadOnlyList<double>> RecordAsync(
        ResourceScope scope, string path, string voice, IReadOnlyList<(string Text, double[] Starts)> sentences, IReadOnlyList<double> pauses)
    {
        List<short> track = [];
        List<double> starts = [];
        foreach (var ((text, own), pause) in sentences.Zip(pauses))
        {
            var wave = scope.PathOf($"{Guid.NewGuid():N}.wav");
            await scope.RunAsync(
                new ProcessCommand { FileName = "flite", Arguments = ["-voice", voice, "-t", text, "-o", wave] }, TestContext.Current.CancellationToken);
            track.AddRange(new short[(int)(pause * 16_000)]);
            starts.AddRange(own.Select(start => start + (track.Count / 16.0)));
            track.AddRange(SpokenWave.Read(wave));
        }

        SpokenWave.Write(path, track);
        return starts;
    }

    /// <summary>A draft of a script that was recorded.</summary>
    public static Short Draft(string narration, string language, params IReadOnlyList<string> sentences) => new()
    {
        Id = "test",
        Request = new ShortRequest { ScriptPath = Path.Combine(Path.GetDirectoryName(narration)!, "script.md"), OutputPath = "/out.mp4", Narration = narration },
        Script = RecognitionBench.Draft("/none", language, [.. sentences.Select(text => (0L, 1L, text))]).Script,
    };

    /// <summary>Reads, finds and cuts a recording, as the first two stages do.</summary>
    public async Task<(Short Draft, RecordedSpeech Speech)> HearAsync(TestRun run, Short draft)
    {
        await using var scope = run.Scope.Open("intake");
        draft = await Intake.PrepareAsync(draft, run.Context with { Scope = scope }, TestContext.Current.CancellationToken);
        return (draft, await Locator.LocateAsync(draft, draft.Recording!, run.Context, TestContext.Current.CancellationToken));
    }
}
