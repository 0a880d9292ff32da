using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ShortsFactory.Audio;
using ShortsFactory.Models;
using ShortsFactory.Pipeline;
using ShortsFactory.Pronunciations;
using ShortsFactory.Recognition;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Recognition;

/// <summary>The real recogniser, library, model and voices, in real scopes that stop quickly.</summary>
internal sealed class RecognitionBench : IAsyncDisposable
{
    public const string ModelName = "vosk-model-en-tts";

    private readonly ResourceScopes _scopes = new(
        new ResourceOptions { StopGracePeriod = TimeSpan.FromMilliseconds(300) }, TimeProvider.System, NullLogger<ResourceScopes>.Instance);

    public RecognitionBench()
    {
        Scope = _scopes.Open("test");
        Context = new StageContext { Scope = Scope.Open("recognition"), Progress = new Progress<StageProgress>(), Warn = Warnings.Add };
    }

    public static VoicePronouncer Pronouncer { get; } = new([new FlitePronouncer(), new EspeakPronouncer()]);

    public static Home Home { get; } = Home.Find();

    public static string ModelDirectory { get; } = Path.Combine(Home.Models, ModelName);

    public ResourceScope Scope { get; }

    public StageContext Context { get; }

    public List<string> Warnings { get; } = [];

    public RecognitionOptions Options { get; } = new()
    {
        RecognizerPath = Path.Combine(
            Home.Directory, "artifacts", "bin", "ShortsFactory.Recognizer", new DirectoryInfo(AppContext.BaseDirectory).Name, "shorts-recognizer"),
    };

    public ProcessCommand Command => RecognizerInstallation.Find(Options, Home).Command(workers: 2);

    public RecognitionStage Stage(Home? home = null) =>
        new(new OptionsWrapper<RecognitionOptions>(Options), new ModelCatalog(home ?? Home), Home, Pronouncer);

    public RecognizerClient Client() =>
        RecognizerClient.Start(Context.Scope, Command, Options, ModelDirectory, TestContext.Current.CancellationToken);

    /// <summary>The id of the recogniser process that runs now.</summary>
    public int ProcessId()
    {
        var label = Context.Scope.Snapshot().Single(open => open.Kind == ResourceKind.Process).Label;
        return int.Parse(label[(label.IndexOf('(', StringComparison.Ordinal) + 1)..^1]);
    }

    /// <summary>Kills the recogniser and returns when it is dead.</summary>
    public void Kill()
    {
        using var process = Process.GetProcessById(ProcessId());
        process.Kill();
        process.WaitForExit();
    }

    public Task SignalAsync(string signal) =>
        Scope.RunAsync(new ProcessCommand { FileName = "kill", Arguments = [$"-{signal}", $"{ProcessId()}"] }, TestContext.Current.CancellationToken);

    /// <summary>A home in the scope's directory, with a copy of the model that may be damaged.</summary>
    public Home CopyHome()
    {
        var home = new Home { Directory = Scope.Directory };
        foreach (var source in Directory.EnumerateFiles(ModelDirectory, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(home.Models, ModelName, Path.GetRelativePath(ModelDirectory, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }

        return home;
    }

    /// <summary>A wave of 16 kHz of <paramref name="text"/>, spoken by flite.</summary>
    public async Task<string> SpeakAsync(string text, CancellationToken cancellationToken, string voice = "slt")
    {
        var path = Scope.PathOf($"{Guid.NewGuid():N}.wav");
        await Scope.RunAsync(
            new ProcessCommand { FileName = "flite", Arguments = ["-voice", voice, "-t", text, "-o", path] }, cancellationToken);
        return path;
    }

    /// <summary>A draft whose track holds one sentence, in the samples from <paramref name="start"/> to <paramref name="end"/> at 16 kHz.</summary>
    public static Short Draft(string path, long start, long end, string text) => Draft(path, "en", (start, end, text));

    public static Short Draft(string path, string language, params IReadOnlyList<(long Start, long End, string Text)> sentences) => new()
    {
        Id = "test",
        Request = new ShortRequest { ScriptPath = "/script.md", OutputPath = "/out.mp4" },
        Script = new Script
        {
            Title = "Test",
            Language = language,
            Scenes = [new Scene { Sentences = [.. sentences.Select((sentence, index) => Sentence(sentence.Text, index))] }],
        },
        Soundtrack = new Soundtrack
        {
            MasterPath = "/master.wav",
            RecognitionPath = path,
            Duration = TimeSpan.FromSeconds(sentences[^1].End / 16_000.0),
            Sentences = [.. sentences.Select((sentence, index) => new SentenceSpan(index, sentence.Start * 3, sentence.End * 3))],
            IntegratedLufs = -14,
            TruePeakDbtp = -2,
        },
    };

    /// <summary>The words as a script would have them; <c>shown=said</c> where they differ, <c>shown=</c> for what is only shown.</summary>
    public static Sentence Sentence(string text, int index = 0) => new()
    {
        Index = index,
        Words = [.. text.Split(' ').Select(word => word.Split('=')).Select(parts => new DisplayWord { Text = parts[0], Spoken = parts[^1].Replace('_', ' ') })],
    };

    public ValueTask DisposeAsync() => _scopes.DisposeAsync();
}
