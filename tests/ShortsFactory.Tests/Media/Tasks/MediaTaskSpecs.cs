using ShortsFactory.Media.Tasks;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Media.Tasks;

public sealed class MediaTaskSpecs
{
    private const int TimeLimit = 30_000;

    [Fact(Timeout = TimeLimit)]
    public async Task A_task_that_does_its_work_is_completed_and_leaves_its_last_status()
    {
        await using var bench = new TaskBench();

        var task = bench.Submit(context =>
        {
            context.Progress.Report(new MediaProgress(40, 100, "fetching"));
            File.WriteAllText(context.Scope.PathOf("part"), "x");
            return Task.CompletedTask;
        });
        await task.Completion;

        var last = Assert.Single(bench.Tasks.List());
        Assert.Equal((task.Id, MediaTaskState.Completed, "clip.mp4", 1d), (last.Id, last.State, last.Name, last.Fraction));
        Assert.Null(last.Failure);
        Assert.Equal(0, bench.Usage.Leaked);
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_failure_is_told_as_it_is()
    {
        await using var bench = new TaskBench();
        var failure = new InvalidInputException("it is no video.");

        var task = bench.Submit(_ => throw failure);

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidInputException>(() => task.Completion));
        Assert.Equal((MediaTaskState.Failed, failure.Message), (task.Status.State, task.Status.Failure));
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_cancel_is_neither_a_failure_nor_a_time_out()
    {
        await using var bench = new TaskBench();
        using var caller = new CancellationTokenSource();
        var byCaller = await bench.SubmitEndlessAsync(caller.Token);
        var byHandle = await bench.SubmitEndlessAsync();

        await caller.CancelAsync();
        byHandle.Cancel();

        foreach (var task in (MediaTask[])[byCaller, byHandle])
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task.Completion);
            Assert.Equal((MediaTaskState.Cancelled, null), (task.Status.State, task.Status.Failure));
        }
    }

    [Fact(Timeout = TimeLimit)]
    public async Task What_breaks_because_of_a_cancel_is_a_cancel()
    {
        await using var bench = new TaskBench();
        var begun = new TaskCompletionSource();
        var task = bench.Submit(async context =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new IOException("broken pipe");
        });
        await begun.Task;

        task.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task.Completion);
        Assert.Equal(MediaTaskState.Cancelled, task.Status.State);
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_task_that_takes_too_long_is_stopped_and_told_as_that()
    {
        await using var bench = new TaskBench(new MediaTaskOptions { DownloadTimeLimit = TimeSpan.FromHours(1) });
        var task = await bench.SubmitEndlessAsync();

        bench.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(MediaTaskState.Running, task.Status.State);
        bench.Clock.Advance(TimeSpan.FromMinutes(2));

        var error = await Assert.ThrowsAsync<MediaTaskTimedOutException>(() => task.Completion);
        Assert.False(error.Stalled);
        Assert.Equal((MediaTaskState.TimedOut, "clip.mp4 was stopped: it took more than 60 minutes."), (task.Status.State, task.Status.Failure));
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_task_that_stands_still_is_stopped_and_one_that_gets_on_is_not()
    {
        await using var bench = new TaskBench(new MediaTaskOptions { StallLimit = TimeSpan.FromMinutes(2) });
        var report = new MediaProgress(10, 100);
        var standing = await bench.SubmitEndlessAsync(null, report);
        IProgress<MediaProgress>? advance = null;
        var begun = new TaskCompletionSource();
        var advancing = bench.Submit(async context =>
        {
            advance = context.Progress;
            advance.Report(report);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        });
        await begun.Task;

        for (var minute = 1; minute <= 3; minute++)
        {
            bench.Clock.Advance(TimeSpan.FromMinutes(1));
            advance!.Report(report with { Done = 10 + minute });

            // To say the same again is not to get on.
            ((IProgress<MediaProgress>)standing).Report(report);
        }

        Assert.True((await Assert.ThrowsAsync<MediaTaskTimedOutException>(() => standing.Completion)).Stalled);
        Assert.Equal(MediaTaskState.TimedOut, standing.Status.State);
        Assert.Equal(MediaTaskState.Running, advancing.Status.State);
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_child_that_reaches_its_own_limit_is_a_time_out_too()
    {
        await using var bench = new TaskBench();

        var task = bench.Submit(_ => throw new ProcessTimedOutException("yt-dlp", TimeSpan.FromSeconds(1), stalled: true, ""));

        await Assert.ThrowsAsync<ProcessTimedOutException>(() => task.Completion);
        Assert.Equal(MediaTaskState.TimedOut, task.Status.State);
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Share_speed_and_time_left_follow_from_what_is_reported()
    {
        await using var bench = new TaskBench();
        IProgress<MediaProgress>? progress = null;
        var begun = new TaskCompletionSource();
        var task = bench.Submit(async context =>
        {
            progress = context.Progress;
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        });
        await begun.Task;

        // What was there from an earlier attempt says nothing of the speed.
        progress!.Report(new MediaProgress(500_000, 1_000_000));
        Assert.Equal((0d, null), (task.Status.Speed, task.Status.TimeLeft));
        for (var second = 1; second <= 10; second++)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            progress.Report(new MediaProgress(500_000 + (second * 10_000), 1_000_000));
        }

        Assert.Equal(0.6, task.Status.Fraction!.Value, 6);
        Assert.Equal(10_000, task.Status.Speed, 3);
        Assert.Equal(40, task.Status.TimeLeft!.Value.TotalSeconds, 3);
    }

    [Fact(Timeout = TimeLimit)]
    public async Task What_a_task_opened_is_given_back_before_its_end_is_told()
    {
        await using var bench = new TaskBench();
        string? directory = null;

        var task = bench.Submit(context =>
        {
            directory = context.Scope.Directory;
            throw new IOException("broken");
        });
        await Assert.ThrowsAsync<IOException>(() => task.Completion);

        Assert.False(Directory.Exists(directory));
        Assert.Equal(0, bench.Usage.Leaked);
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_task_within_a_scope_ends_with_it()
    {
        await using var bench = new TaskBench();
        var scope = bench.Open("short");
        var begun = new TaskCompletionSource();
        var task = bench.Tasks.Submit(
            MediaTaskKind.Conversion,
            "sleep",
            async context =>
            {
                var child = context.Scope.RunAsync(new ProcessCommand { FileName = "sleep", Arguments = ["60"] }, context.CancellationToken);
                begun.SetResult();
                await child;
            },
            TestContext.Current.CancellationToken,
            scope);
        await begun.Task;

        await scope.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task.Completion);
        Assert.Equal(MediaTaskState.Cancelled, task.Status.State);
    }
}
