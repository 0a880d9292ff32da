using System.Text.Json;
using ShortsFactory.Models;
using ShortsFactory.Recognition;
using ShortsFactory.Recognition.Protocol;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Recognition;

public sealed class RecognizerClientSpecs
{
    [Fact]
    public void Requests_are_written_as_the_recogniser_reads_them()
    {
        RecognizerRequest[] requests =
        [
            new OpenRequest { Id = 1, Model = "/models/en" },
            new LookUpRequest { Id = 2, Words = ["don't", "[unk]"] },
            new RecognizeRequest { Id = 3, Wave = "/tmp/track.wav", StartSample = 0, EndSample = 16_000, Phrases = ["hello [unk]"] },
        ];

        Golden.Matches(
            string.Join('\n', requests.Select(request => JsonSerializer.Serialize(request, ProtocolJsonContext.Default.RecognizerRequest))),
            "RecognizerRequests");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_recogniser_that_is_killed_is_restarted_and_answers_what_was_open()
    {
        await using var bench = new RecognitionBench();
        var wave = await bench.SpeakAsync("The octopus has three hearts.", TestContext.Current.CancellationToken);
        var client = bench.Client();
        await HearAsync(client, wave);
        var first = bench.ProcessId();

        await bench.SignalAsync("STOP");
        var open = Enumerable.Range(0, 6).Select(_ => HearAsync(client, wave)).ToArray();
        await Task.Delay(50, TestContext.Current.CancellationToken);
        bench.Kill();

        Assert.All(await Task.WhenAll(open), words => Assert.Equal("the octopus has three hearts", words));
        Assert.NotEqual(first, bench.ProcessId());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_recogniser_that_is_killed_twice_is_a_named_error_with_its_exit_code()
    {
        await using var bench = new RecognitionBench();
        var wave = await bench.SpeakAsync("The octopus has three hearts.", TestContext.Current.CancellationToken);
        var client = bench.Client();
        await HearAsync(client, wave);
        bench.Kill();
        Assert.Equal("the octopus has three hearts", await HearAsync(client, wave));
        bench.Kill();

        var error = await Assert.ThrowsAsync<RecognizerException>(() => HearAsync(client, wave));

        Assert.Equal(137, error.ExitCode);
        Assert.NotNull(error.Advice);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_crash_of_libvosk_itself_is_a_named_error()
    {
        await using var bench = new RecognitionBench();
        var wave = await bench.SpeakAsync("The octopus has three hearts.", TestContext.Current.CancellationToken);
        var model = Path.Combine(bench.CopyHome().Models, RecognitionBench.ModelName);
        await File.WriteAllTextAsync(Path.Combine(model, "conf", "model.conf"), "", TestContext.Current.CancellationToken);
        var client = RecognizerClient.Start(bench.Context.Scope, bench.Command, bench.Options, model, TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<RecognizerException>(() => HearAsync(client, wave));

        Assert.Equal(134, error.ExitCode);
        Assert.NotEmpty(error.StandardErrorTail);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_recogniser_that_hangs_is_stopped_and_restarted()
    {
        await using var bench = new RecognitionBench();
        bench.Options.SentenceTimeLimit = TimeSpan.FromSeconds(1.5);
        var wave = await bench.SpeakAsync("The octopus has three hearts.", TestContext.Current.CancellationToken);
        var client = bench.Client();
        await HearAsync(client, wave);
        await bench.SignalAsync("STOP");
        var first = HearAsync(client, wave);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        var second = HearAsync(client, wave);

        Assert.All(await Task.WhenAll(first, second), words => Assert.Equal("the octopus has three hearts", words));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_program_that_never_opens_the_model_is_a_named_error()
    {
        await using var bench = new RecognitionBench();
        bench.Options.OpenTimeLimit = TimeSpan.FromSeconds(0.3);
        var client = Start(bench, new ProcessCommand { FileName = "sleep", Arguments = ["60"], Interactive = true });

        var error = await Assert.ThrowsAsync<RecognizerException>(() => client.FindUnknownAsync(["hello"], TestContext.Current.CancellationToken));

        Assert.Contains("did not answer within 0.3 s", error.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("hello")]
    [InlineData("{\"id\":77}")]
    [InlineData("null")]
    public async Task A_program_that_talks_nonsense_is_a_named_error_that_quotes_it(string nonsense)
    {
        await using var bench = new RecognitionBench();
        var client = Start(bench, new ProcessCommand { FileName = "sh", Arguments = ["-c", $"echo '{nonsense}'; exec sleep 60"], Interactive = true });

        var error = await Assert.ThrowsAsync<RecognizerException>(() => client.FindUnknownAsync(["hello"], TestContext.Current.CancellationToken));

        Assert.Contains(nonsense, error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_program_that_ends_at_once_is_a_named_error_with_what_it_said()
    {
        await using var bench = new RecognitionBench();
        var client = Start(bench, new ProcessCommand { FileName = "cat", Arguments = ["/nowhere"], Interactive = true });

        var error = await Assert.ThrowsAsync<RecognizerException>(() => client.FindUnknownAsync(["hello"], TestContext.Current.CancellationToken));

        Assert.Equal(1, error.ExitCode);
        Assert.Contains("/nowhere", error.StandardErrorTail, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_refused_request_is_a_named_error_and_does_not_cost_the_restart()
    {
        await using var bench = new RecognitionBench();
        var client = bench.Client();
        await client.FindUnknownAsync(["hello"], TestContext.Current.CancellationToken);
        var process = bench.ProcessId();

        var error = await Assert.ThrowsAsync<RecognizerException>(() => HearAsync(client, "/nowhere.wav"));

        Assert.Contains("/nowhere.wav", error.Message, StringComparison.Ordinal);
        Assert.Equal(process, bench.ProcessId());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_model_that_libvosk_does_not_open_is_an_invalid_model()
    {
        await using var bench = new RecognitionBench();
        var client = RecognizerClient.Start(bench.Context.Scope, bench.Command, bench.Options, bench.Scope.Directory, TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<ModelInvalidException>(() => client.FindUnknownAsync(["hello"], TestContext.Current.CancellationToken));

        Assert.Equal(bench.Scope.Directory, error.Directory);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_cancelled_request_ends_as_a_cancel_and_not_as_an_error()
    {
        await using var bench = new RecognitionBench();
        var wave = await bench.SpeakAsync("Hello.", TestContext.Current.CancellationToken);
        using var cancellation = new CancellationTokenSource();
        var client = RecognizerClient.Start(bench.Context.Scope, bench.Command, bench.Options, RecognitionBench.ModelDirectory, cancellation.Token);
        await client.FindUnknownAsync(["hello"], TestContext.Current.CancellationToken);
        await bench.SignalAsync("STOP");
        var open = client.RecognizeAsync(wave, 0, 8_000, ["hello"], cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open);
    }

    private static RecognizerClient Start(RecognitionBench bench, ProcessCommand command) =>
        RecognizerClient.Start(bench.Context.Scope, command, bench.Options, RecognitionBench.ModelDirectory, TestContext.Current.CancellationToken);

    private static async Task<string> HearAsync(RecognizerClient client, string wave)
    {
        var words = await client.RecognizeAsync(wave, 0, 30_000, ["the octopus has three hearts"], TestContext.Current.CancellationToken);
        return string.Join(' ', words.Select(word => word.Word));
    }
}
