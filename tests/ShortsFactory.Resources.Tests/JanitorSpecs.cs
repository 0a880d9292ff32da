using Microsoft.Extensions.Logging.Abstractions;

namespace ShortsFactory.Resources.Tests;

public sealed class JanitorSpecs
{
    private const int Limit = 60_000;
    private const int Kill = 9;

    [Fact(Timeout = Limit)]
    public async Task Next_start_cleans_up_after_a_run_that_was_killed_together_with_its_reaper()
    {
        using var host = await KilledWithItsReaperAsync("write");
        Assert.NotEmpty(LiveProcesses.OfRun(host.RunId));
        Assert.NotEmpty(Partials(host));

        await using var next = new ResourceScopes(OptionsOf(host), TimeProvider.System, NullLogger<ResourceScopes>.Instance);
        var directory = next.WorkDirectory;

        Assert.Empty(LiveProcesses.OfRun(host.RunId));
        Assert.Empty(Partials(host));
        Assert.Equal(directory, Assert.Single(Directory.EnumerateFileSystemEntries(host.WorkDirectory)));
    }

    [Fact(Timeout = Limit)]
    public async Task Dry_run_lists_what_a_real_one_removes_and_touches_nothing()
    {
        using var host = await KilledWithItsReaperAsync("wait");
        var processes = LiveProcesses.OfRun(host.RunId).Count;

        var listed = Clean(OptionsOf(host), dryRun: true);
        Assert.Equal(processes, LiveProcesses.OfRun(host.RunId).Count);
        Assert.NotEmpty(Directory.EnumerateFiles(host.RunDirectory, "half-written.wav", SearchOption.AllDirectories));
        var removed = Clean(OptionsOf(host), dryRun: false);

        Assert.Equal(host.RunDirectory, Assert.Single(listed.Runs).Path);
        Assert.Equal(host.RunDirectory, Assert.Single(removed.Runs).Path);
        Assert.InRange(removed.Runs[0].Bytes, 100_000, 200_000);
        Assert.InRange(removed.Runs[0].Age, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        host.AssertNothingIsLeft();
    }

    [Fact(Timeout = Limit)]
    public async Task Live_runs_and_what_is_no_dead_run_are_left_alone()
    {
        await using var run = new TestRun();
        var file = run.Scope.PathOf("voice.wav");
        await File.WriteAllTextAsync(file, "voice");
        var outside = Directory.CreateDirectory(run.OutsidePath("run-outside")).FullName;
        await File.WriteAllTextAsync(Path.Combine(outside, RunMarker.Name), "");
        var kept = Directory.CreateDirectory(Path.Combine(run.Options.WorkDirectory, "run-kept")).FullName;
        var foreign = Directory.CreateDirectory(Path.Combine(run.Options.WorkDirectory, "holiday")).FullName;
        await File.WriteAllTextAsync(Path.Combine(foreign, RunMarker.Name), "");
        Directory.CreateSymbolicLink(Path.Combine(run.Options.WorkDirectory, "run-link"), outside);
        var borrowed = Directory.CreateDirectory(Path.Combine(run.Options.WorkDirectory, "run-borrowed")).FullName;
        File.CreateSymbolicLink(RunMarker.PathIn(borrowed), RunMarker.PathIn(outside));

        var report = Clean(run.Options, dryRun: false);

        Assert.Empty(report.Runs);
        Assert.Empty(report.Problems);
        Assert.Equal("voice", await File.ReadAllTextAsync(file));
        Assert.All([outside, kept, foreign, borrowed], directory => Assert.True(Directory.Exists(directory), directory));
        Assert.True(File.Exists(RunMarker.PathIn(outside)));
    }

    [Fact(Timeout = Limit)]
    public async Task Links_in_a_dead_run_are_removed_and_not_followed()
    {
        await using var run = new TestRun();
        var dead = DeadRun(run, "1-dead");
        var treasure = run.OutsidePath("treasure.partial");
        await File.WriteAllTextAsync(treasure, "gold");
        File.CreateSymbolicLink(Path.Combine(dead, ".shortsfactory-1.partial"), treasure);
        Directory.CreateSymbolicLink(Path.Combine(dead, "out"), run.OutsidePath(""));

        Assert.Equal(dead, Assert.Single(Clean(run.Options, dryRun: false).Runs).Path);

        Assert.Equal("gold", await File.ReadAllTextAsync(treasure));
        Assert.False(Directory.Exists(dead));
    }

    [Theory(Timeout = Limit)]
    [InlineData("\n")]
    [InlineData("/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Record_of_a_dead_run_cannot_make_the_janitor_kill_a_live_run(string? mark)
    {
        await using var run = new TestRun();
        var child = await run.Scope.StartReadyAsync(Dummy.Command("sleep", "300"));
        var dead = DeadRun(run, "1-dead");
        new RunRecord { Mark = mark ?? $"{run.Scopes.RunId}/", ProcessId = 1, Started = default }.Write(dead);

        Assert.Single(Clean(run.Options, dryRun: false).Runs);

        Assert.True(LiveProcesses.IsAlive(child.Id));
    }

    [Fact(Timeout = Limit)]
    public async Task Runs_that_start_while_janitors_are_at_work_are_never_taken_for_dead()
    {
        await using var run = new TestRun(options => options.Reaper = false);
        using var done = new CancellationTokenSource();
        var cleaning = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var removed = new List<DeadRun>();
            while (!done.IsCancellationRequested)
            {
                removed.AddRange(Clean(run.Options, dryRun: false).Runs);
            }

            return removed;
        })).ToArray();

        for (var number = 0; number < 300; number++)
        {
            var directory = RunDirectory.Create(run.Options, $"{number}-live");
            await File.WriteAllTextAsync(Path.Combine(directory.Path, "voice.wav"), "voice");
            Assert.True(File.Exists(Path.Combine(directory.Path, "voice.wav")));
            directory.Dispose();
        }

        await done.CancelAsync();
        Assert.Empty((await Task.WhenAll(cleaning)).SelectMany(removed => removed));
    }

    [Fact(Timeout = Limit)]
    public async Task Two_janitors_at_once_remove_every_dead_run_once_and_without_a_word()
    {
        await using var run = new TestRun();
        for (var number = 0; number < 50; number++)
        {
            await File.WriteAllTextAsync(Path.Combine(DeadRun(run, $"{number}-dead"), "voice.wav"), "voice");
        }

        var reports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Clean(run.Options, dryRun: false))));

        Assert.Equal(50, reports.Sum(report => report.Runs.Count));
        Assert.All(reports, report => Assert.Empty(report.Problems));
        Assert.Empty(Directory.EnumerateFileSystemEntries(run.Options.WorkDirectory));
    }

    [Fact(Timeout = Limit)]
    public async Task What_a_cut_in_the_middle_of_making_or_removing_left_goes_when_it_is_old()
    {
        await using var run = new TestRun();
        var young = Directory.CreateDirectory(Path.Combine(run.Options.WorkDirectory, ".run-young")).FullName;
        var old = Directory.CreateDirectory(Path.Combine(run.Options.WorkDirectory, ".run-old")).FullName;
        await File.WriteAllTextAsync(RunMarker.PathIn(old), "");
        Directory.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-2));

        Clean(run.Options, dryRun: false);

        Assert.True(Directory.Exists(young));
        Assert.False(Directory.Exists(old));
    }

    private static CleaningReport Clean(ResourceOptions options, bool dryRun) =>
        new Janitor(options, TimeProvider.System, NullLogger.Instance).Clean(dryRun);

    private static string DeadRun(TestRun run, string id)
    {
        var directory = Directory.CreateDirectory(Path.Combine(run.Options.WorkDirectory, $"run-{id}")).FullName;
        File.WriteAllText(RunMarker.PathIn(directory), "");
        return directory;
    }

    private static async Task<HostProgram> KilledWithItsReaperAsync(string ending)
    {
        var host = await HostProgram.StartAsync(ending);
        while (LiveProcesses.ReapersOf(host.RunId).Count == 0 || (ending == "write" && Partials(host).Length == 0))
        {
            await Task.Delay(1);
        }

        HostProgram.Signal(LiveProcesses.ReapersOf(host.RunId).Single(), Kill);
        host.Signal(Kill);
        await host.ExitCodeAsync();
        return host;
    }

    private static string[] Partials(HostProgram host) => Directory.GetFiles(host.Directory, ".shortsfactory-*.partial");

    private static ResourceOptions OptionsOf(HostProgram host) => new() { WorkDirectory = host.WorkDirectory };
}
