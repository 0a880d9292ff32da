using System.Text.Json;

namespace ShortsFactory.EndToEnd.Tests;

public sealed class BatchSpecs : IDisposable
{
    private const int Limit = 300_000;
    private const int Interrupt = 2;
    private const int Terminate = 15;
    private const int Kill = 9;

    private static readonly string[] Plain = ["--set", "Compositing:Background=color:#203040"];

    private readonly ShortsProgram _shorts = new();

    [Fact(Timeout = Limit)]
    public async Task Good_scripts_are_made_and_a_broken_one_among_them_is_told_and_reported()
    {
        WriteScripts(2);
        _shorts.Write("s/bad.md", "Hello {there.");

        var outcome = await _shorts.RunAsync(["batch", "s", "-o", "out", "--jobs", "1", .. Plain]);

        outcome.MustBe(1);
        Assert.Contains("bad.md:1: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(" left", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Made 2 of 3 shorts", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["1.mp4", "2.mp4"], Videos());
        var report = Report();
        Assert.Equal(("failed", 2, 1), (report.GetProperty("outcome").GetString(), report.GetProperty("made").GetInt32(), report.GetProperty("failed").GetInt32()));
        var page = await File.ReadAllTextAsync(_shorts.PathOf("out/report.html"), TestContext.Current.CancellationToken);
        Assert.Equal(2, page.Split("data:image/jpeg;base64,").Length - 1);
        Assert.Contains("href=\"1.mp4\"", page, StringComparison.Ordinal);
        Assert.Empty(_shorts.Leftovers());
        foreach (var name in (string[])["1", "2"])
        {
            var resources = Read($"out/{name}.json").GetProperty("resources");
            Assert.Equal(0, resources.GetProperty("leaked").GetInt64());
            Assert.Equal(resources.GetProperty("opened").GetInt64(), resources.GetProperty("released").GetInt64());
        }
    }

    [Fact(Timeout = Limit)]
    public async Task With_fail_fast_a_broken_script_keeps_everything_from_beginning()
    {
        WriteScripts(2);
        _shorts.Write("s/bad.md", "Hello {there.");

        var outcome = await _shorts.RunAsync("batch", "s", "-o", "out", "--fail-fast");

        outcome.MustBe(2);
        Assert.Contains("bad.md:1: ", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_shorts.PathOf("out")));
    }

    [Fact(Timeout = Limit)]
    public async Task Resuming_makes_what_is_missing_changed_or_damaged_and_nothing_else()
    {
        WriteScripts(4);
        string[] arguments = ["batch", "s", "-o", "out", "--resume", "--json", .. Plain];
        (await _shorts.RunAsync(arguments)).MustBe(0);
        var before = File.GetLastWriteTimeUtc(_shorts.PathOf("out/1.mp4"));
        _shorts.Write("s/2.md", "Another text.");
        await File.AppendAllTextAsync(_shorts.PathOf("out/3.mp4"), "x", TestContext.Current.CancellationToken);
        File.Delete(_shorts.PathOf("out/4.srt"));

        var outcome = await _shorts.RunAsync(arguments);

        outcome.MustBe(0);
        var states = Report().GetProperty("shorts").EnumerateArray().Select(made => made.GetProperty("state").GetString());
        Assert.Equal(["unchanged", "made", "made", "made"], states);
        Assert.Equal(before, File.GetLastWriteTimeUtc(_shorts.PathOf("out/1.mp4")));
        var events = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("event").GetString()).ToArray();
        Assert.Equal(("end", 3, 1), (events[^1], events.Count(name => name == "made"), events.Count(name => name == "unchanged")));

        var other = await _shorts.RunAsync([.. arguments, "--set", "Compositing:Crf=30"]);
        other.MustBe(0);
        Assert.DoesNotContain("unchanged", Report().GetRawText().Replace("\"unchanged\": 0", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData(Interrupt, 130)]
    [InlineData(Terminate, 143)]
    [InlineData(Kill, 137)]
    public async Task A_batch_that_is_stopped_leaves_whole_shorts_and_a_true_report_and_goes_on_from_there(int signal, int exitCode)
    {
        WriteScripts(8);
        string[] arguments = ["batch", "s", "-o", "out", "--jobs", "2", .. Plain];

        var outcome = await _shorts.InterruptAsync(signal, () => File.Exists(_shorts.PathOf("out/1.json")) && _shorts.ChildrenOf("ffmpeg").Count > 0, arguments);

        outcome.MustBe(exitCode);
        await NothingIsLeftAsync();
        var there = Videos();
        Assert.InRange(there.Length, 1, 7);
        if (signal != Kill)
        {
            var report = Report();
            Assert.Equal(("interrupted", there.Length), (report.GetProperty("outcome").GetString(), report.GetProperty("made").GetInt32()));
            Assert.Contains($"{there.Length} of 8 shorts are there and whole", outcome.Error, StringComparison.Ordinal);
            Assert.Contains("--resume", outcome.Error, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal("working", Report().GetProperty("outcome").GetString());
            Assert.InRange(Report().GetProperty("made").GetInt32(), 0, there.Length);
        }

        (await _shorts.RunAsync([.. arguments, "--resume"])).MustBe(0);

        Assert.Equal(8, Videos().Length);
        Assert.InRange(Report().GetProperty("unchanged").GetInt32(), there.Length - 1, there.Length);
        Assert.Empty(_shorts.Leftovers());
    }

    [Fact(Timeout = Limit)]
    public async Task The_batch_is_seen_from_outside_with_its_shorts_and_is_cancelled_as_a_whole()
    {
        WriteScripts(8);
        using var batch = _shorts.Start(["batch", "s", "-o", "out", "--jobs", "2", .. Plain]);
        JsonElement run = default;
        while (run.ValueKind != JsonValueKind.Object || !run.TryGetProperty("status", out var status) || status.ValueKind != JsonValueKind.Object || !status.TryGetProperty("parts", out var parts) || parts.GetArrayLength() < 2)
        {
            using var listed = JsonDocument.Parse((await _shorts.RunAsync("ps", "--json")).Output.Replace("No run is at work.", "[]", StringComparison.Ordinal));
            run = listed.RootElement.EnumerateArray().Select(element => element.Clone()).FirstOrDefault();
        }

        Assert.Equal("batch of 8", run.GetProperty("status").GetProperty("script").GetString());

        (await _shorts.RunAsync("cancel", run.GetProperty("id").GetString()!)).MustBe(0);

        (await ShortsProgram.EndAsync(batch)).MustBe(143);
        Assert.Empty(_shorts.Leftovers());
        Assert.Empty(_shorts.ChildrenOf(""));
    }

    [Fact(Timeout = Limit)]
    public async Task Rows_of_a_table_become_shorts_named_by_their_cells()
    {
        _shorts.Write("quotes.csv", "\uFEFFquote;author\n\"Hello; he said.\";Ann B.\nBye.;Bob\n");
        _shorts.Write("quote.md", "---\ntitle: {{author}}\n---\n{{quote}}\n");

        var plan = await _shorts.RunAsync("batch", "quotes.csv", "--script", "quote.md", "--name", "{{author}}", "--dry-run");
        var outcome = await _shorts.RunAsync(["batch", "quotes.csv", "--script", "quote.md", "--name", "{{author}}", "--report", "about/it.html", .. Plain]);

        plan.MustShow("Ann-B.mp4", "quotes.csv:2");
        outcome.MustBe(0);
        Assert.Equal(["Ann-B.mp4", "Bob.mp4"], Videos());
        Assert.Equal("Hello; he said.", string.Join(' ', Read("out/Ann-B.json").GetProperty("words").EnumerateArray().Select(word => word.GetProperty("text").GetString())));
        Assert.Contains("../out/Ann-B.mp4", await File.ReadAllTextAsync(_shorts.PathOf("about/it.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose() => _shorts.Dispose();

    private void WriteScripts(int count)
    {
        Directory.CreateDirectory(_shorts.PathOf("s"));
        for (var number = 1; number <= count; number++)
        {
            _shorts.Write($"s/{number}.md", $"Number {number}. It works.");
        }
    }

    private string[] Videos() => [.. Directory.EnumerateFiles(_shorts.PathOf("out"), "*.json").Where(path => !path.EndsWith("report.json", StringComparison.Ordinal)).Select(path => Path.GetFileName(Path.ChangeExtension(path, ".mp4"))).Where(name => File.Exists(_shorts.PathOf($"out/{name}"))).Order(StringComparer.Ordinal)];

    private JsonElement Report() => Read("out/report.json");

    private JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(_shorts.PathOf(name)));
        return document.RootElement.Clone();
    }

    private async Task NothingIsLeftAsync()
    {
        for (var round = 0; round < 200 && (_shorts.Leftovers().Count > 0 || _shorts.ChildrenOf("").Count > 0); round++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Empty(_shorts.Leftovers());
        Assert.Empty(_shorts.ChildrenOf(""));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_shorts.PathOf("out")), path => Path.GetFileName(path).StartsWith('.'));
    }
}
