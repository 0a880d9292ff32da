namespace ShortsFactory.Resources.Tests;

public sealed class ProcessStopSpecs
{
    private const int Limit = 60_000;

    // Far below what the children would live, far above what a busy machine needs.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact(Timeout = Limit)]
    public async Task Interactive_child_that_no_interrupt_reaches_ends_with_its_input()
    {
        await using var run = new TestRun(options => options.StopGracePeriod = TimeSpan.FromMinutes(5));
        var deaf = await run.Scope.StartReadyAsync(
            new ProcessCommand { FileName = "sh", Arguments = ["-c", "trap '' INT; echo ready; exec cat"], Interactive = true });

        await run.Scope.DisposeAsync();

        Assert.False(LiveProcesses.IsAlive(deaf.Id));
    }

    [Fact(Timeout = Limit)]
    public async Task Child_that_ignores_the_interrupt_is_killed_after_the_grace_period()
    {
        await using var run = new TestRun();
        var process = await run.Scope.StartReadyAsync(Dummy.Command("ignore-signals", "300"));
        var start = TimeProvider.System.GetTimestamp();

        await process.DisposeAsync();

        var duration = TimeProvider.System.GetElapsedTime(start);
        Assert.InRange(duration, TestRun.GracePeriod * 0.9, Soon);
        Assert.False(LiveProcesses.IsAlive(process.Id));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => process.Completion);
    }

    [Fact(Timeout = Limit)]
    public async Task Child_that_hears_the_interrupt_ends_in_good_order()
    {
        await using var run = new TestRun();
        var path = run.OutsidePath("said.txt");
        var command = new ProcessCommand
        {
            FileName = "sh",
            Arguments = ["-c", "trap 'echo good order > \"$0\"; exit 0' INT; echo ready; while :; do sleep 0.05; done", path],
        };
        var process = await run.Scope.StartReadyAsync(command);

        await process.DisposeAsync();

        Assert.Equal("good order\n", await File.ReadAllTextAsync(path));
    }

    [Theory(Timeout = Limit)]
    [InlineData("silent")]
    [InlineData("holding-output")]
    [InlineData("detached")]
    [InlineData("detached-holding-output")]
    public async Task Stopped_child_takes_its_grandchild_with_it(string kind)
    {
        await using var run = new TestRun();
        var process = await run.Scope.StartReadyAsync(Dummy.Command("grandchild", kind, "300"));
        Assert.Contains(LiveProcesses.OfRun(run.Scopes.RunId), line => line.Contains("sleep 300", StringComparison.Ordinal));

        await process.DisposeAsync().AsTask().WaitAsync(Soon);

        Assert.Empty(LiveProcesses.OfRun(run.Scopes.RunId));
    }

    [Theory(Timeout = Limit)]
    [InlineData("holding-output")]
    [InlineData("detached-holding-output")]
    public async Task Child_that_ended_is_not_waited_for_because_a_grandchild_holds_its_output(string kind)
    {
        await using var run = new TestRun();

        var result = await run.Scope.RunAsync(Dummy.Command("grandchild", kind, "0"), CancellationToken.None).WaitAsync(Soon);

        Assert.Equal("ready\n", result.StandardOutput);
        Assert.Empty(LiveProcesses.OfRun(run.Scopes.RunId));
    }

    [Fact(Timeout = Limit)]
    public async Task Holder_of_the_output_that_dropped_the_mark_is_neither_waited_for_nor_killed()
    {
        await using var run = new TestRun();
        var start = TimeProvider.System.GetTimestamp();

        var result = await run.Scope.RunAsync(Dummy.Command("grandchild", "unmarked-holding-output", "0"), CancellationToken.None);

        Assert.Equal(0, result.ExitCode);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(14));
    }

    [Theory(Timeout = Limit)]
    [InlineData("silent")]
    [InlineData("detached")]
    public async Task Scope_kills_what_an_ended_child_left_behind_and_no_other_scopes_children(string kind)
    {
        await using var run = new TestRun();
        var other = run.Scope.Open("other");
        var bystander = await other.StartReadyAsync(Dummy.Command("sleep", "300"));
        await using (var stage = run.Scope.Open("stage"))
        {
            await stage.RunAsync(Dummy.Command("grandchild", kind, "0"), CancellationToken.None);
            Assert.Equal(2, LiveProcesses.OfRun(run.Scopes.RunId).Count);
        }

        Assert.Single(LiveProcesses.OfRun(run.Scopes.RunId));
        Assert.True(LiveProcesses.IsAlive(bystander.Id));
    }

    [Fact(Timeout = Limit)]
    public async Task Disposed_scope_stops_running_children_of_nested_scopes()
    {
        await using var run = new TestRun();
        var stage = run.Scope.Open("stage");
        var running = stage.Open("nested").RunAsync(Dummy.Command("ignore-signals", "300"), CancellationToken.None);
        stage.Start(Dummy.Command("sleep", "300"), CancellationToken.None);

        await run.Scope.DisposeAsync().AsTask().WaitAsync(Soon);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Empty(LiveProcesses.OfRun(run.Scopes.RunId));
        Assert.Equal(0, run.Scopes.Usage.CleanupFailures);
    }

    [Fact(Timeout = Limit)]
    public async Task Ended_run_kills_marked_orphans_and_nothing_else()
    {
        await using var run = new TestRun();
        await using var neighbour = new TestRun();
        await run.Scope.RunAsync(Dummy.Command("exit", "0"), CancellationToken.None);
        var bystander = await neighbour.Scope.StartReadyAsync(Dummy.Command("sleep", "300"));
        var mark = $"{ProcessMarker.Variable}={run.Scopes.RunId}/";

        // One carries the mark; the others have it in a variable's middle, in another variable, or as a longer run's beginning.
        var orphan = await StartAsync(neighbour, $"{mark}9/9/");
        var similar = await StartAsync(neighbour, $"NOTE={mark}9/9/", $"X{mark}", $"{ProcessMarker.Variable}={run.Scopes.RunId}0/");

        await run.Scopes.DisposeAsync();

        await orphan.Completion.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(Soon);
        Assert.True(LiveProcesses.IsAlive(similar.Id));
        Assert.True(LiveProcesses.IsAlive(bystander.Id));
    }

    [Fact(Timeout = Limit)]
    public async Task Killed_child_that_has_a_run_of_its_own_takes_that_runs_children_with_it()
    {
        await using var run = new TestRun();
        var host = await run.Scope.StartReadyAsync(Dummy.Command("host", "storm", run.OutsidePath("host")));

        await host.DisposeAsync().AsTask().WaitAsync(Soon);

        Assert.Empty(LiveProcesses.OfRun(run.Scopes.RunId));
    }

    private static Task<ChildProcess> StartAsync(TestRun run, params string[] environment) =>
        run.Scope.StartReadyAsync(new ProcessCommand { FileName = "env", Arguments = [.. environment, Dummy.Path, "sleep", "300"] });
}
