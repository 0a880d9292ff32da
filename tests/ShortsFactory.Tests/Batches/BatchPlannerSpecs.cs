using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShortsFactory.Batches;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Tests.Batches;

public sealed class BatchPlannerSpecs : IAsyncDisposable
{
    private const int Limit = 120_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("batch-plan-").FullName;
    private readonly ServiceProvider _services;

    public BatchPlannerSpecs()
    {
        var home = new Home { Directory = Repository.Root };
        _services = new ServiceCollection().AddShortsFactory(new ConfigurationBuilder().AddJsonFile(home.Settings).Build(), home).AddLogging().BuildServiceProvider();
    }

    [Fact(Timeout = Limit)]
    public async Task Folders_bring_what_is_a_script_with_its_place_and_nothing_else()
    {
        await WriteAsync("s/b.md", "Hello.");
        await WriteAsync("s/a.txt", "Hello.");
        await WriteAsync("s/deep/c.json", """{ "text": "Hello." }""");
        await WriteAsync("s/deep/manifest.json", """{ "words": [] }""");
        await WriteAsync("s/README.md", "# About");
        await WriteAsync("s/.hidden/d.md", "Hello.");
        await WriteAsync("s/table.csv", "a\n1\n");
        await WriteAsync("s/out/e.md", "Hello.");

        var plan = await PlanAsync(["s"], output: "s/out");

        Assert.Equal(["a", "b", "deep/c"], plan.Items.Select(item => item.Name));
        Assert.Equal(Path.Combine(_folder, "s/out/deep/c.mp4"), plan.Items[2].Request.OutputPath);
    }

    [Fact(Timeout = Limit)]
    public async Task Patterns_are_matched_and_a_script_that_is_named_twice_is_made_once()
    {
        await WriteAsync("s/a.md", "Hello.");
        await WriteAsync("s/x/b.md", "Hello.");

        var plan = await PlanAsync(["s/**/*.md", "s/a.md"]);

        Assert.Equal(["a", "x/b"], plan.Items.Select(item => item.Name));
    }

    [Fact(Timeout = Limit)]
    public async Task A_script_that_cannot_be_used_is_one_short_with_a_reason()
    {
        await WriteAsync("s/a.md", "Hello.");
        await WriteAsync("s/b.md", "Hello {there.");
        await WriteAsync("s/c.md", "---\ntemplate: bold-pup\n---\nHello.");
        await WriteAsync("s/d.md", "---\ntitle: x\nvoice: flite:nobody\n---\nHello.");

        var plan = await PlanAsync(["s"]);

        Assert.Equal([null, 1, 2, 3], plan.Items.Select(item => item.Problem?.Line));
    }

    [Fact(Timeout = Limit)]
    public async Task Everything_that_keeps_the_batch_from_beginning_is_told_at_once()
    {
        await WriteAsync("one/a.md", "Hello.");
        await WriteAsync("two/a.md", "Hello.");
        await WriteAsync("t.csv", "quote\nHi.\n");
        await WriteAsync("t.md", "{{qote}}");

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => PlanAsync(["one", "two", "missing.md", "none/*.md", "t.csv"], script: "t.md"));

        Assert.StartsWith("4 things must be put right first:", error.Message, StringComparison.Ordinal);
        foreach (var text in (string[])["'a.mp4'", "missing.md", "none/*.md", "no column 'qote'. Did you mean 'quote'?"])
        {
            Assert.Contains(text, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Rows_are_shorts_and_what_is_wrong_with_one_is_told_with_its_line()
    {
        await WriteAsync("t.csv", "quote,bg\nHi.,\n,\"a\nb\"\nBye.,color:#102030\none,two,three\n");
        await WriteAsync("t.md", "---\nbackground: {{bg}}\n---\n{{quote}}\n");

        var plan = await PlanAsync(["t.csv"], script: "t.md");

        Assert.Equal(["t-1", "t-2", "t-3", "t-line-6"], plan.Items.Select(item => item.Name));
        Assert.Equal([null, 3, null, 6], plan.Items.Select(item => item.Problem?.Line));
        Assert.Equal(Path.Combine(_folder, "t.csv") + ":5", plan.Items[2].Source);
    }

    [Fact(Timeout = Limit)]
    public async Task A_table_without_a_script_says_what_is_missing()
    {
        await WriteAsync("t.csv", "quote\nHi.\n");

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => PlanAsync(["t.csv"]));

        Assert.Contains("--script", error.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<BatchPlan> PlanAsync(string[] paths, string output = "out", string? script = null) =>
        _services.GetRequiredService<BatchPlanner>().PlanAsync(
            new BatchRequest
            {
                Paths = [.. paths.Select(path => Path.Combine(_folder, path))],
                OutputDirectory = Path.Combine(_folder, output),
                ScriptTemplate = script is null ? null : Path.Combine(_folder, script),
            },
            TestContext.Current.CancellationToken);

    private async Task WriteAsync(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
    }
}
