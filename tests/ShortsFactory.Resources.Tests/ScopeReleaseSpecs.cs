namespace ShortsFactory.Resources.Tests;

public sealed class ScopeReleaseSpecs
{
    private const int Limit = 60_000;

    private readonly List<string> _released = [];

    [Fact(Timeout = Limit)]
    public async Task Scope_releases_the_last_opened_first()
    {
        await using var run = new TestRun();
        Own(run.Scope, "first");
        var nested = run.Scope.Open("nested");
        Own(nested, "nested first");
        Own(nested, "nested second");
        Own(run.Scope, "second");

        await run.Scope.DisposeAsync();

        Assert.Equal(["second", "nested second", "nested first", "first"], _released);
    }

    [Fact(Timeout = Limit)]
    public async Task Every_release_step_runs_although_one_throws_and_the_stages_own_exception_is_seen()
    {
        await using var run = new TestRun();
        string? directory = null;

        var seen = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await using var scope = run.Scope.Open("stage");
            directory = scope.Directory;
            Own(scope, "first");
            scope.Own(new Probe(() => throw new IOException("release failed")), "broken");
            Own(scope, "last");
            throw new InvalidDataException("the stage's own");
        });

        Assert.Equal("the stage's own", seen.Message);
        Assert.Equal(["last", "first"], _released);
        Assert.False(Directory.Exists(directory));
        Assert.Equal(1, run.Scopes.Usage.CleanupFailures);
    }

    [Fact(Timeout = Limit)]
    public async Task Handle_is_released_once_however_often_the_scope_is_disposed()
    {
        await using var run = new TestRun();
        var scope = run.Scope.Open("stage");
        Own(scope, "handle");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await scope.DisposeAsync())));
        await run.Scope.DisposeAsync();

        Assert.Equal(["handle"], _released);
    }

    [Fact(Timeout = Limit)]
    public async Task Second_disposal_waits_for_the_first()
    {
        await using var run = new TestRun();
        var scope = run.Scope.Open("stage");
        var gate = new TaskCompletionSource();
        scope.Own(new SlowProbe(gate.Task), "slow");

        var first = scope.DisposeAsync().AsTask();
        var second = run.Scope.DisposeAsync().AsTask();
        Assert.False(second.IsCompleted);
        gate.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(0, run.Scopes.Usage.Leaked);
    }

    [Fact(Timeout = Limit)]
    public async Task Released_scope_takes_nothing_more_and_disposes_what_it_is_handed()
    {
        await using var run = new TestRun();
        var scope = run.Scope.Open("stage");
        await scope.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => Own(scope, "late"));
        Assert.Throws<ObjectDisposedException>(() => scope.Open("late"));
        Assert.Throws<ObjectDisposedException>(() => scope.Directory);
        Assert.Throws<ObjectDisposedException>(() => { scope.Start(new ProcessCommand { FileName = "sleep", Arguments = ["300"] }, CancellationToken.None); });
        Assert.Equal(["late"], _released);
        Assert.Empty(LiveProcesses.OfRun(run.Scopes.RunId));
    }

    [Fact(Timeout = Limit)]
    public async Task Snapshot_lists_what_nested_scopes_hold_and_is_empty_after_release()
    {
        await using var run = new TestRun();
        var stage = run.Scope.Open("stage");
        stage.CreateFile("voice.wav");
        var process = stage.Start(new ProcessCommand { FileName = "sleep", Arguments = ["300"] }, CancellationToken.None);

        var snapshot = run.Scope.Snapshot();
        Assert.Equal(
            [
                (ResourceKind.Scope, "test/stage", "test"),
                (ResourceKind.Directory, stage.Directory, "test/stage"),
                (ResourceKind.File, "voice.wav", "test/stage"),
                (ResourceKind.Process, $"sleep ({process.Id})", "test/stage"),
            ],
            snapshot.Select(open => (open.Kind, open.Label, open.Scope)));
        Assert.All(snapshot, open => Assert.Matches(@"^ScopeReleaseSpecs\.cs:\d+$", open.OpenedAt));
        await stage.DisposeAsync();
        Assert.Empty(run.Scope.Snapshot());
    }

    [Fact(Timeout = Limit)]
    public async Task Usage_counts_exactly_and_nothing_is_leaked_in_the_end()
    {
        await using var run = new TestRun();
        var stage = run.Scope.Open("stage");
        stage.CreateFile("voice.wav");
        await stage.RunAsync(new ProcessCommand { FileName = "true" }, CancellationToken.None);
        await Assert.ThrowsAsync<ProcessFailedException>(() => stage.RunAsync(new ProcessCommand { FileName = "false" }, CancellationToken.None));
        await Assert.ThrowsAsync<ToolMissingException>(() => stage.RunAsync(new ProcessCommand { FileName = "no-such-tool" }, CancellationToken.None));
        stage.Start(new ProcessCommand { FileName = "sleep", Arguments = ["300"] }, CancellationToken.None);

        // Two scopes, a directory, a handle, three processes; two of these have ended.
        Assert.Equal(new ResourceUsage(Opened: 7, Released: 2, Leaked: 5, CleanupFailures: 0), run.Scopes.Usage);
        await run.Scopes.DisposeAsync();
        Assert.Equal(new ResourceUsage(Opened: 7, Released: 7, Leaked: 0, CleanupFailures: 0), run.Scopes.Usage);
        Assert.Equal(
            [
                new KindUsage(ResourceKind.Scope, Opened: 2, Live: 0, HighWater: 2),
                new KindUsage(ResourceKind.Directory, Opened: 1, Live: 0, HighWater: 1),
                new KindUsage(ResourceKind.File, Opened: 1, Live: 0, HighWater: 1),
                new KindUsage(ResourceKind.Handle, Opened: 0, Live: 0, HighWater: 0),
                new KindUsage(ResourceKind.Process, Opened: 3, Live: 0, HighWater: 1),
            ],
            run.Scopes.Report().Kinds);
    }

    [Fact(Timeout = Limit)]
    public async Task Each_outermost_scope_reports_its_own_and_the_run_all_of_them()
    {
        await using var run = new TestRun();
        await using var other = run.Scopes.Open("other");
        other.CreateFile("other.wav");
        var mine = run.Scopes.Open("mine");
        mine.Open("stage").CreateFile("mine.wav");
        await mine.DisposeAsync();

        // Two scopes, a directory and a file; the other one's are still open, and none of this one's business.
        Assert.Equal((4, 4, 0), (mine.Report().Opened, mine.Report().Released, mine.Report().Leaked));
        Assert.Equal((3, 3), (other.Report().Opened, other.Report().Leaked));
        Assert.Equal(4, run.Scopes.Usage.Leaked);
    }

    [Fact(Timeout = Limit)]
    public async Task Report_shows_what_a_run_did_to_the_process()
    {
        await using var run = new TestRun();
        var before = run.Scopes.Report().Before;
        var files = Enumerable.Range(0, 50).Select(number => run.Scope.CreateFile($"{number}.bin")).ToArray();

        var during = run.Scopes.Report();
        foreach (var file in files)
        {
            await file.DisposeAsync();
        }

        Assert.Equal(before, during.Before);
        Assert.InRange(during.After.Handles, 50, 5_000);
        Assert.InRange(during.After.ManagedBytes, 1_000, long.MaxValue);
        Assert.InRange(ProcessFootprint.Now().Handles, 1, during.After.Handles + 500);
    }

    [Fact(Timeout = Limit)]
    public async Task Many_scopes_on_many_threads_leave_nothing_behind()
    {
        await using var run = new TestRun();

        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (number, cancellationToken) =>
        {
            await using var scope = run.Scope.Open("same name");
            await scope.CreateFile("voice.wav").WriteAsync(new byte[100], cancellationToken);
            await using var nested = scope.Open("nested");
            nested.Start(new ProcessCommand { FileName = "sleep", Arguments = ["300"] }, cancellationToken);
            var result = await nested.RunAsync(new ProcessCommand { FileName = "echo", Arguments = [$"{number}"] }, cancellationToken);
            Assert.Equal($"{number}\n", result.StandardOutput);
            scope.Promote(scope.PathOf("voice.wav"));
        });

        Assert.Equal(1 + 1, run.Scopes.Usage.Leaked);
        await run.Scopes.DisposeAsync();
        Assert.Equal(0, run.Scopes.Usage.Leaked);
        Assert.Equal(0, run.Scopes.Usage.CleanupFailures);
        Assert.Empty(LiveProcesses.OfRun(run.Scopes.RunId));
    }

    [Fact(Timeout = Limit)]
    public async Task Starting_while_the_scope_is_released_leaves_no_process()
    {
        await using var run = new TestRun();
        for (var round = 0; round < 20; round++)
        {
            var scope = run.Scope.Open("stage");
            var starting = new TaskCompletionSource();
            var starters = Enumerable.Range(0, 3).Select(_ => Task.Run(() => StartUntilReleased(scope, starting))).ToArray();
            await starting.Task;
            await scope.DisposeAsync();
            Assert.Empty(LiveProcesses.OfRun(run.Scopes.RunId));
            await Task.WhenAll(starters);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Children_that_ignore_the_interrupt_are_given_one_grace_period_and_not_one_each()
    {
        await using var run = new TestRun();
        for (var number = 0; number < 6; number++)
        {
            await run.Scope.Open("nested").StartReadyAsync(Dummy.Command("ignore-signals", "300"));
        }

        var start = TimeProvider.System.GetTimestamp();
        await run.Scope.DisposeAsync();

        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TestRun.GracePeriod * 0.9, TestRun.GracePeriod * 5);
        Assert.Empty(LiveProcesses.OfRun(run.Scopes.RunId));
    }

    private static void StartUntilReleased(ResourceScope scope, TaskCompletionSource starting)
    {
        try
        {
            for (var number = 0; number < 20; number++)
            {
                scope.Start(new ProcessCommand { FileName = "sleep", Arguments = ["300"] }, CancellationToken.None);
                starting.TrySetResult();
            }
        }
        catch (ObjectDisposedException)
        {
            // The end of the race that this test is about.
        }
    }

    private void Own(ResourceScope scope, string label) => scope.Own(new Probe(() => _released.Add(label)), label);

    private sealed class SlowProbe(Task gate) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await gate;
    }
}
