using System.Diagnostics;
using System.Text.Json;

namespace ShortsFactory.EndToEnd.Tests;

public sealed class RunSpecs : IDisposable
{
    private static readonly string Script = Path.Combine(ShortsProgram.Root, "examples", "octopus.md");

    private readonly ShortsProgram _shorts = new();

    [Fact(Timeout = 120_000)]
    public async Task A_run_can_be_seen_and_cancelled_from_another_terminal()
    {
        using var make = _shorts.Start("make", Script);
        var run = await EncodingAsync();
        Assert.Equal(make.Id, run.GetProperty("processId").GetInt32());
        Assert.Equal(Script, run.GetProperty("status").GetProperty("script").GetString());
        Assert.Equal(_shorts.PathOf("out/octopus.mp4"), run.GetProperty("status").GetProperty("output").GetString());
        var id = run.GetProperty("id").GetString()!;
        (await _shorts.RunAsync("ps")).MustShow("compositing", id, Script);
        var other = await _shorts.RunAsync("cancel", "0-no-such-run");

        var cancelled = await _shorts.RunAsync("cancel", id[..^2]);

        other.MustBe(2);
        Assert.Contains(id, other.Error, StringComparison.Ordinal);
        cancelled.MustShow($"Stopped {id}");
        Assert.Equal(143, (await ShortsProgram.EndAsync(make)).ExitCode);
        Assert.Empty(_shorts.Leftovers());
        Assert.False(Directory.Exists(_shorts.PathOf("out")) && Directory.EnumerateFileSystemEntries(_shorts.PathOf("out")).Any());
        (await _shorts.RunAsync("ps")).MustShow("No run is at work.");
        (await _shorts.RunAsync("cancel", "--all")).MustShow("No run is at work.");
    }

    [Fact(Timeout = 120_000)]
    public async Task Nothing_is_left_two_seconds_after_a_run_was_killed()
    {
        using var make = _shorts.Start("make", Script);
        await EncodingAsync();

        make.Kill();
        await ShortsProgram.EndAsync(make);
        var killed = Stopwatch.GetTimestamp();
        while (_shorts.Leftovers().Count > 0 && Stopwatch.GetElapsedTime(killed) < TimeSpan.FromSeconds(2))
        {
            await Task.Delay(10);
        }

        Assert.Empty(_shorts.Leftovers());
        Assert.Empty(_shorts.ChildrenOf(""));
        (await _shorts.RunAsync("clean")).MustShow("Nothing to clean.");
    }

    [Fact(Timeout = 120_000)]
    public async Task Clean_removes_what_a_run_without_a_reaper_left_and_dry_run_only_lists_it()
    {
        using var make = _shorts.Start("make", Script, "--set", "Resources:Reaper=false");
        await EncodingAsync();
        make.Kill();
        await ShortsProgram.EndAsync(make);
        var left = Assert.Single(_shorts.Leftovers());

        (await _shorts.RunAsync("clean", "--dry-run")).MustShow(left, "Would remove 1 dead run,");
        Assert.Equal(left, Assert.Single(_shorts.Leftovers()));
        (await _shorts.RunAsync("clean")).MustShow(left, "Removed 1 dead run,");
        Assert.Empty(_shorts.Leftovers());
    }

    [Fact(Timeout = 120_000)]
    public async Task Cancel_wants_to_know_which_run()
    {
        (await _shorts.RunAsync("cancel")).MustBe(2);
        (await _shorts.RunAsync("cancel", "1", "--all")).MustBe(2);
    }

    [Fact(Timeout = 120_000)]
    public async Task Commands_that_make_nothing_leave_the_work_directory_alone()
    {
        Directory.Delete(_shorts.Work);

        foreach (var command in (string[])["ps", "clean", "templates"])
        {
            (await _shorts.RunAsync(command)).MustBe(0);
        }

        Assert.False(Directory.Exists(_shorts.Work));
    }

    public void Dispose() => _shorts.Dispose();

    /// <summary>Waits until the one run encodes, and returns what is told about it.</summary>
    private async Task<JsonElement> EncodingAsync()
    {
        while (true)
        {
            var outcome = await _shorts.RunAsync("ps", "--json");
            outcome.MustBe(0);
            using var runs = JsonDocument.Parse(outcome.Output);
            var run = runs.RootElement.EnumerateArray().FirstOrDefault(run =>
                run.GetProperty("status") is { ValueKind: JsonValueKind.Object } status
                && status.GetProperty("stage").GetString() is "compositing"
                && run.GetProperty("children").GetArrayLength() > 0);
            if (run.ValueKind == JsonValueKind.Object)
            {
                return run.Clone();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        }
    }
}
