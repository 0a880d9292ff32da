using System.Security.Cryptography;
using System.Text.Json;
using ShortsFactory.Recognition;

namespace ShortsFactory.Tests.Recognition;

/// <summary>
/// Models whose graph is made beforehand take no grammar, as most large ones. Here it is one for "octopuses have three hearts" alone,
/// written by <c>models/recipe/script_graph.py</c>; the acoustic model is that of the product.
/// </summary>
public sealed class StaticGraphSpecs
{
    private const string Name = "static";

    [Theory(Timeout = 120_000)]
    [InlineData("hearts have octopuses")]
    [InlineData(null)]
    public async Task Whatever_grammar_is_given_the_graph_decides(string? phrase)
    {
        await using var bench = new RecognitionBench();
        var home = MakeModel(bench);
        var wave = await bench.SpeakAsync("Octopuses have three hearts.", TestContext.Current.CancellationToken);
        var client = RecognizerClient.Start(
            bench.Context.Scope, bench.Command, bench.Options, Path.Combine(home.Models, Name), TestContext.Current.CancellationToken);

        var words = await client.RecognizeAsync(
            wave, 0, SpokenWave.Read(wave).Length, phrase is null ? null : [phrase], TestContext.Current.CancellationToken);

        Assert.Equal(["octopuses", "have", "three", "hearts"], words.Select(word => word.Word));
    }

    [Fact(Timeout = 120_000)]
    public async Task Sentences_are_timed_by_it_and_words_that_it_does_not_have_are_placed()
    {
        await using var bench = new RecognitionBench();
        var home = MakeModel(bench);
        var wave = await bench.SpeakAsync("Octopuses have three hearts, Zendaya.", TestContext.Current.CancellationToken);
        var (start, end) = SpokenWave.Trim(SpokenWave.Read(wave));
        var draft = RecognitionBench.Draft(wave, start, end, "Octopuses have three hearts, Zendaya.");
        bench.Options.Model = Name;
        var stage = bench.Stage(home);

        await stage.PrepareAsync(draft, bench.Context, TestContext.Current.CancellationToken);
        var words = (await stage.RunAsync(draft, bench.Context, TestContext.Current.CancellationToken)).Transcript!.Words;

        Assert.Equal(
            [WordTiming.Recognized, WordTiming.Recognized, WordTiming.Recognized, WordTiming.Recognized, WordTiming.Interpolated],
            words.Select(word => word.Timing));
    }

    private static Home MakeModel(RecognitionBench bench)
    {
        var home = new Home { Directory = bench.Scope.Directory };
        var model = Path.Combine(home.Models, Name);
        var own = Path.Combine(RecognitionBench.Home.Directory, "tests", "ShortsFactory.Tests", "Recognition", "static-graph");
        (string Path, string Source)[] files =
        [
            ("am/final.mdl", RecognitionBench.ModelDirectory),
            ("conf/mfcc.conf", RecognitionBench.ModelDirectory),
            ("graph/phones/word_boundary.int", RecognitionBench.ModelDirectory),
            ("conf/model.conf", own),
            ("graph/HCLG.fst", own),
            ("graph/words.txt", own),
        ];
        foreach (var (path, source) in files)
        {
            var target = Path.Combine(model, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source == own ? Path.Combine(own, Path.GetFileName(path)) : Path.Combine(source, path), target);
        }

        var manifest = new
        {
            name = Name,
            language = "en",
            description = "A static graph.",
            licence = "none",
            files = files.Select(file => new
            {
                path = file.Path,
                size = new FileInfo(Path.Combine(model, file.Path)).Length,
                sha256 = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(model, file.Path)))),
            }),
        };
        File.WriteAllText(Path.Combine(model, "manifest.json"), JsonSerializer.Serialize(manifest));
        return home;
    }
}
