using ShortsFactory.Recognition;
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
