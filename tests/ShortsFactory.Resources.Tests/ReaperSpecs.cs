using System.Diagnostics;

namespace ShortsFactory.Resources.Tests;

public sealed class ReaperSpecs(ITestOutputHelper output)
{
    private const int Limit = 60_000;
    private const int Kill = 9;
    private const long MemoryLimitKilobytes = 3 * 1024;

    private static readonly TimeSpan ReapLimit = TimeSpan.FromSeconds(2);
    private static readonly int[] StoppingSignals = [1, 2, 3, 15];

    [Fact(Timeout = Limit)]
    public async Task After_a_kill_no_child_grandchild_detached_process_or_file_is_left()
    {
        using var host = await HostProgram.StartAsync("wait");
        Assert.InRange(LiveProcesses.OfRun(host.RunId).Count, 4, 10);

        host.Signal(Kill);

        await MustBeReapedAsync(host);
    }

    [Theory(Timeout = Limit)]
    [InlineData("fail-fast", 134)]
    [InlineData("overflow", 134)]
    public async Task After_a_crash_that_runs_no_code_nothing_is_left(string ending, int exitCode)
    {
        using var host = await HostProgram.StartAsync(ending);

        Assert.Equal(exitCode, await host.ExitCodeAsync());
        await MustBeReapedAsync(host);
    }

    [Fact(Timeout = Limit)]
    public async Task After_a_kill_while_children_start_all_the_time_nothing_is_left()
    {
        using var host = await HostProgram.StartAsync("storm");
        await Task.Delay(TimeSpan.FromMilliseconds(300));

        host.Signal(Kill);

        await MustBeReapedAsync(host);
    }

    [Fact(Timeout = Limit)]
    public async Task After_a_kill_in_the_middle_of_a_write_no_half_written_output_is_left()
    {
        using var host = await HostProgram.StartAsync("write", directoryName: "a 'quoted' \"name\"\n$(touch broken)");
        while (!Partials(host).Any())
        {
            await Task.Delay(1);
        }

        host.Signal(Kill);

        await MustBeReapedAsync(host);
        Assert.Empty(Partials(host));
        Assert.Empty(Directory.EnumerateFiles(host.Directory, "broken", SearchOption.AllDirectories));
    }

    [Fact(Timeout = Limit)]
    public async Task Kept_files_stay_after_a_kill_too()
    {
        using var host = await HostProgram.StartAsync("keep");

        host.Signal(Kill);

        await EventuallyAsync(() => LiveProcesses.OfRun(host.RunId).Count == 0 && !File.Exists(RunMarker.PathIn(host.RunDirectory)));
        Assert.NotEmpty(Directory.EnumerateFiles(host.RunDirectory, "half-written.wav", SearchOption.AllDirectories));
    }

    [Fact(Timeout = Limit)]
    public async Task Signals_of_the_terminal_do_not_take_the_reaper_away()
    {
        using var host = await HostProgram.StartAsync("hang", "setsid");
        var reaper = Assert.Single(LiveProcesses.ReapersOf(host.RunId));
        foreach (var signal in StoppingSignals)
        {
            HostProgram.Signal(reaper, signal);
        }

        host.SignalGroup(Kill);

        await MustBeReapedAsync(host);
    }

    [Fact(Timeout = Limit)]
    public async Task Four_of_eight_runs_are_killed_and_the_others_do_not_notice()
    {
        var hosts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => HostProgram.StartAsync("wait")));
        try
        {
            var before = hosts.Select(host => LiveProcesses.OfRun(host.RunId).Count).ToArray();

            Array.ForEach(hosts[..4], host => host.Signal(Kill));

            await Task.WhenAll(hosts[..4].Select(MustBeReapedAsync));
            Assert.Equal(before[4..], hosts[4..].Select(host => LiveProcesses.OfRun(host.RunId).Count));
            Array.ForEach(hosts[4..], host => host.Signal(15));
            foreach (var host in hosts[4..])
            {
                Assert.Equal(143, await host.ExitCodeAsync());
                host.AssertNothingIsLeft();
            }
        }
        finally
        {
            Array.ForEach(hosts, host => host.Dispose());
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Reaper_takes_little_memory_and_goes_with_a_run_that_ends_well()
    {
        var run = new TestRun();
        _ = run.Scope.Directory;
        await EventuallyAsync(() => LiveProcesses.ReapersOf(run.Scopes.RunId).Count > 0);
        var reaper = Assert.Single(LiveProcesses.ReapersOf(run.Scopes.RunId));
        var memory = LiveProcesses.MemoryKilobytes(reaper);
        output.WriteLine($"The reaper takes {memory} kB.");
        Assert.InRange(memory, 1, MemoryLimitKilobytes);

        await run.DisposeAsync();

        Assert.False(Directory.Exists($"/proc/{reaper}"), "It, or its zombie, is still there.");
    }

    [Fact(Timeout = Limit)]
    public async Task Reaper_costs_less_than_20_ms_at_the_start_of_a_run()
    {
        var with = await MedianStartAsync(reaper: true);
        var without = await MedianStartAsync(reaper: false);

        output.WriteLine($"The first directory takes {with.TotalMilliseconds:0.0} ms with a reaper, {without.TotalMilliseconds:0.0} ms without.");
        Assert.InRange(with - without, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));
    }

    private static async Task<TimeSpan> MedianStartAsync(bool reaper)
    {
        var times = new List<TimeSpan>();
        for (var round = 0; round < 11; round++)
        {
            await using var run = new TestRun(options => options.Reaper = reaper);
            var start = Stopwatch.GetTimestamp();
            _ = run.Scope.Directory;
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    private static IEnumerable<string> Partials(HostProgram host) =>
        Directory.EnumerateFiles(host.Directory).Where(path => path.EndsWith(".partial", StringComparison.Ordinal));

    private async Task MustBeReapedAsync(HostProgram host)
    {
        await host.ExitCodeAsync();
        var elapsed = await EventuallyAsync(() => LiveProcesses.OfRun(host.RunId).Count == 0 && !Directory.EnumerateFileSystemEntries(host.WorkDirectory).Any());
        output.WriteLine($"Nothing was left {elapsed.TotalMilliseconds:0} ms after the end of the process.");
        host.AssertNothingIsLeft();
        Assert.InRange(elapsed, TimeSpan.Zero, ReapLimit);
    }

    private static async Task<TimeSpan> EventuallyAsync(Func<bool> condition)
    {
        var start = Stopwatch.GetTimestamp();
        while (!condition() && Stopwatch.GetElapsedTime(start) < ReapLimit * 2)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        return Stopwatch.GetElapsedTime(start);
    }
}
