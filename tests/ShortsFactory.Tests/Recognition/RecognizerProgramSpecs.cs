using ShortsFactory.Recognition;
using ShortsFactory.Recognition.Graphs;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Recognition;

/// <summary>The recogniser program from outside, over its standard input and output.</summary>
public sealed class RecognizerProgramSpecs
{
    [Fact(Timeout = 120_000)]
    public async Task Requests_are_answered_line_by_line_and_the_end_of_input_ends_the_program()
    {
        await using var bench = new RecognitionBench();
        var wave = await bench.SpeakAsync("The octopus has three hearts.", TestContext.Current.CancellationToken);

        var answers = await AskAsync(
            bench,
            $$"""{"command":"open","id":1,"model":"{{RecognitionBench.ModelDirectory}}"}""",
            """{"command":"lookUp","id":2,"words":["octopus","reykjavik","Octopus","[unk]"]}""",
            $$"""{"command":"recognize","id":3,"wave":"{{wave}}","startSample":0,"endSample":30000,"phrases":["the octopus has three hearts"]}""");

        Golden.Matches(string.Join('\n', answers), "RecognizerAnswers");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_grammar_that_would_kill_libvosk_is_refused_and_the_program_goes_on()
    {
        await using var bench = new RecognitionBench();
        var wave = await bench.SpeakAsync("Hello.", TestContext.Current.CancellationToken);
        string[] grammars =
            ["[]", "[\"\"]", "[\"xqzzt\"]", "[null]", "[\"the <eps> hearts\"]", "[1,2]", "{\"a\":\"b\"}", "\"hello\"", "[\"hello", "[\"hello\"]"];

        var answers = await AskAsync(
            bench,
            [
                $$"""{"command":"open","id":99,"model":"{{RecognitionBench.ModelDirectory}}"}""",
                .. grammars.Select((grammar, index) =>
                    $$"""{"command":"recognize","id":{{index}},"wave":"{{wave}}","startSample":0,"endSample":8000,"phrases":{{grammar}}}"""),
            ]);

        Golden.Matches(string.Join('\n', answers.Order(StringComparer.Ordinal)), "RefusedGrammars");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_wave_of_the_wrong_form_is_refused_with_what_it_is()
    {
        await using var bench = new RecognitionBench();
        var wide = bench.Scope.PathOf("wide.wav");
        await bench.Scope.RunAsync(
            new ProcessCommand { FileName = "ffmpeg", Arguments = ["-v", "error", "-f", "lavfi", "-i", "sine=d=1:r=48000", "-ac", "2", wide] },
            TestContext.Current.CancellationToken);
        var text = bench.Scope.PathOf("text.wav");
        await File.WriteAllTextAsync(text, "no wave at all, whatever its name says", TestContext.Current.CancellationToken);
        var hello = await bench.SpeakAsync("Hello.", TestContext.Current.CancellationToken);

        var answers = await AskAsync(
            bench,
            $$"""{"command":"open","id":0,"model":"{{RecognitionBench.ModelDirectory}}"}""",
            Slice(1, wide, 0, 100),
            Slice(2, text, 0, 100),
            Slice(3, hello, 0, 1_000_000),
            Slice(4, hello, 100, 100),
            Slice(5, "/nowhere.wav", 0, 100));

        Assert.Contains("2 channels, 48000 Hz", answers[1], StringComparison.Ordinal);
        Assert.Contains("is not a wave file", answers[2], StringComparison.Ordinal);
        Assert.Contains("ends at sample", answers[3], StringComparison.Ordinal);
        Assert.Contains("no slice", answers[4], StringComparison.Ordinal);
        Assert.Contains("/nowhere.wav", answers[5], StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_graph_that_would_kill_libvosk_is_refused_and_the_program_goes_on()
    {
        await using var bench = new RecognitionBench();
        var wave = await bench.SpeakAsync("Hello.", TestContext.Current.CancellationToken);
        var whole = WriteGraph(bench, "whole");
        var graph = await File.ReadAllBytesAsync(Path.Combine(whole, "graph", "HCLG.fst"), TestContext.Current.CancellationToken);
        (string Name, Func<byte[], byte[]> Damage)[] damages =
        [
            ("empty", _ => []),
            ("text", _ => [.. "no graph at all, whatever its name says, and long enough to hold a header of 66 bytes"u8]),
            ("cut", bytes => bytes[..^1]),
            ("longer", bytes => [.. bytes, 0]),
            ("other type", bytes => [.. bytes[..8], (byte)'V', .. bytes[9..]]),
            ("start nowhere", bytes => [.. bytes[..42], 99, .. bytes[43..]]),
            ("too many arcs", bytes => [.. bytes[..73], 0x7F, .. bytes[74..]]),
            ("arc to nowhere", bytes => [.. bytes[..92], 0x7F, .. bytes[93..]]),
            ("word that is none", bytes => [.. bytes[..85], 0x7F, .. bytes[86..]]),
        ];
        var requests = damages.Select((damage, index) =>
        {
            var directory = WriteGraph(bench, damage.Name.Replace(' ', '-'));
            File.WriteAllBytes(Path.Combine(directory, "graph", "HCLG.fst"), damage.Damage(graph));
            return Align(index, wave, directory);
        });

        var answers = await AskAsync(bench, [.. requests, Align(98, wave, "/nowhere"), Align(99, wave, whole)]);

        Assert.Equal(damages.Length + 2, answers.Length);
        Assert.All(answers[..^1], answer => Assert.Contains("\"error\"", answer, StringComparison.Ordinal));
        Assert.Contains("\"alignment\":{\"words\":[{\"start\":", answers[^1], StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_file_that_is_no_library_ends_the_program_with_its_name()
    {
        await using var bench = new RecognitionBench();
        var library = bench.Scope.PathOf("libvosk.so");
        await File.WriteAllTextAsync(library, "not a library", TestContext.Current.CancellationToken);
        bench.Options.LibraryPath = library;

        var failure = await Assert.ThrowsAsync<ProcessFailedException>(() => AskAsync(bench, "{}"));

        Assert.Equal(3, failure.ExitCode);
        Assert.Contains(library, failure.StandardErrorTail, StringComparison.Ordinal);
    }

    private static string WriteGraph(RecognitionBench bench, string name)
    {
        var phones = PhoneTable.Read(RecognitionBench.ModelDirectory);
        var hello = "HH AH L OW".Split(' ').Select(sound => phones.Find(sound)!.Value).ToArray();
        var directory = bench.Scope.PathOf(name);
        GraphModel.Write(directory, SentenceGraph.Build(phones, [[hello]], frames: 100), words: 1, RecognitionBench.ModelDirectory);
        return directory;
    }

    private static string Align(int id, string wave, string model) =>
        $$"""{"command":"align","id":{{id}},"wave":"{{wave}}","startSample":0,"endSample":9000,"model":"{{model}}"}""";

    private static string Slice(int id, string wave, long start, long end) =>
        $$"""{"command":"recognize","id":{{id}},"wave":"{{wave}}","startSample":{{start}},"endSample":{{end}},"phrases":["hello"]}""";

    private static async Task<string[]> AskAsync(RecognitionBench bench, params string[] lines)
    {
        var command = RecognizerInstallation.Find(bench.Options, RecognitionBench.Home).Command(workers: 1) with
        {
            Interactive = false,
            StandardInput = string.Join('\n', lines),
            TimeLimit = TimeSpan.FromSeconds(15),
        };
        var result = await bench.Scope.RunAsync(command, TestContext.Current.CancellationToken);
        Assert.Equal("", result.StandardErrorTail);
        return result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
