using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShortsFactory.Audio;
using ShortsFactory.Pipeline;
using ShortsFactory.Recognition;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;

namespace ShortsFactory.Benchmarks.Captions;

/// <summary>
/// How exactly words start: the product's own stages speak, trim, join and recognise a script in each bundled voice, and what
/// they say of each word is compared with where the synthesiser itself put it.
/// </summary>
internal static class CaptionBenchmark
{
    /// <summary>The bundled voices.</summary>
    public static readonly string[] Voices = ["flite:slt", "flite:rms", "flite:awb", "flite:kal16", "espeak-ng:en-us", "espeak-ng:en-gb"];

    public static async Task<int> RunAsync(string scriptName, IReadOnlyList<string> voices)
    {
        var home = Home.Find();
        var beside = Path.Combine(home.Directory, "tests", "ShortsFactory.Benchmarks", "Captions", scriptName);
        var script = await ScriptFile.ReadAsync(File.Exists(beside) ? beside : scriptName, CancellationToken.None);
        await using var provider = Services(home).BuildServiceProvider();
        var scopes = provider.GetRequiredService<ResourceScopes>();
        var measures = new List<WordMeasure>();
        Console.WriteLine(VoiceRow.Head);
        await using (var job = scopes.Open("captions"))
        {
            foreach (var voice in voices)
            {
                var ofVoice = await MeasureAsync(provider, job.Open(voice.Replace(':', '-')), script with { Voice = voice }, scopes.Stopping);
                Console.WriteLine(VoiceRow.Of($"`{voice}`", ofVoice));
                measures.AddRange(ofVoice);
            }
        }

        Console.WriteLine(VoiceRow.Of("all", measures));
        ShowWorst(measures);
        return measures.Any(measure => measure.Lost || measure.OutOfOrder) ? 1 : 0;
    }

    private static IServiceCollection Services(Home home) => new ServiceCollection()
        .AddLogging()
        .AddShortsFactory(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Recognition:RecognizerPath"] = Path.Combine(
                    home.Directory, "artifacts", "bin", "ShortsFactory.Recognizer", new DirectoryInfo(AppContext.BaseDirectory).Name, "shorts-recognizer"),
            }).Build(),
            home);

    private static async Task<IReadOnlyList<WordMeasure>> MeasureAsync(
        IServiceProvider provider, ResourceScope scope, Script script, CancellationToken cancellationToken)
    {
        var draft = new Short
        {
            Id = "captions",
            Request = new ShortRequest { ScriptPath = "sentences.md", OutputPath = "none.mp4" },
            Script = script,
        };
        var steps = provider.GetServices<IStage>()
            .Where(stage => stage.Name <= StageName.Recognition)
            .Select(stage => (Stage: stage, Context: Context(scope, stage.Name)))
            .ToArray();
        foreach (var (stage, context) in steps)
        {
            await stage.PrepareAsync(draft, context, cancellationToken);
        }

        foreach (var (stage, context) in steps)
        {
            draft = await stage.RunAsync(draft, context, cancellationToken);
        }

        return await CompareAsync(draft, provider.GetRequiredService<IOptions<AudioOptions>>().Value, scope);
    }

    private static StageContext Context(ResourceScope scope, StageName stage) => new()
    {
        Scope = scope.Open(stage.ToString()),
        Progress = new Progress<StageProgress>(),
        Warn = warning => Console.Error.WriteLine($"warning: {warning}"),
    };

    /// <summary>Every display word with its own start and the synthesiser's, both on the track's clock.</summary>
    private static async Task<IReadOnlyList<WordMeasure>> CompareAsync(Short draft, AudioOptions options, ResourceScope scope)
    {
        var measures = new List<WordMeasure>();
        var voice = draft.Narration!.Voice;
        var trimmer = new SilenceTrimmer(options.MarginBefore, options.MarginAfter);
        var words = draft.Transcript!.Words.ToLookup(word => word.Sentence);
        foreach (var sentence in draft.Script.Sentences)
        {
            using var reader = WaveReader.Open(draft.Narration.Sentences[sentence.Index].WavePath);
            var samples = reader.ReadMono();
            var rate = reader.Format.SampleRate;
            var trimmed = TimeSpan.FromSeconds((double)trimmer.Find(samples, rate)!.Value.Start / rate);
            var offset = draft.Soundtrack!.Sentences[sentence.Index].Start - trimmed;
            var truth = await Truth.OfAsync(voice, sentence, samples.Length, scope);
            var timed = words[sentence.Index].ToArray();
            for (var index = 0; index < sentence.Words.Count; index++)
            {
                var word = index < timed.Length && timed[index].Text == sentence.Words[index].Text ? timed[index] : null;
                var previous = index > 0 && index - 1 < timed.Length ? timed[index - 1].Start : TimeSpan.Zero;
                measures.Add(new WordMeasure
                {
                    Voice = voice,
                    Sentence = sentence.Spoken,
                    Word = sentence.Words[index].Text,
                    Error = word is null || truth[index] is not { } start ? null : word.Start - (start + offset),
                    Lost = word is null,
                    OutOfOrder = word is not null && word.Start < previous,
                    Interpolated = word is { Timing: WordTiming.Interpolated },
                });
            }
        }

        return measures;
    }

    private static void ShowWorst(IEnumerable<WordMeasure> measures)
    {
        foreach (var measure in measures.Where(measure => measure.Error is not null).OrderByDescending(measure => measure.Error!.Value.Duration()).Take(25))
        {
            Console.Error.WriteLine($"{measure.Voice,-16} {measure.Error!.Value.TotalMilliseconds,7:+0;-0} ms  {measure.Word,-14} {measure.Sentence}");
        }
    }
}
