using System.Collections.Concurrent;
using ShortsFactory.Media.Tasks;

namespace ShortsFactory.Tests.Media.Tasks;

public sealed class MediaTasksSpecs
{
    private const int TimeLimit = 60_000;

    [Fact(Timeout = TimeLimit)]
    public async Task No_more_tasks_of_a_kind_are_at_work_than_its_option_says_and_the_kinds_do_not_wait_for_each_other()
    {
        await using var bench = new TaskBench(new MediaTaskOptions { Downloads = 3, Conversions = 1 });
        var counts = new ConcurrentDictionary<MediaTaskKind, int>();
        var most = new ConcurrentDictionary<MediaTaskKind, int>();
        async Task WorkAsync(MediaTaskKind kind)
        {
            var now = counts.AddOrUpdate(kind, 1, (_, count) => count + 1);
            most.AddOrUpdate(kind, now, (_, before) => Math.Max(before, now));
            await Task.Delay(5, TestContext.Current.CancellationToken);
            counts.AddOrUpdate(kind, 0, (_, count) => count - 1);
        }

        var tasks = Enumerable.Range(0, 60)
            .Select(index => index % 2 == 0 ? MediaTaskKind.Download : MediaTaskKind.Conversion)
            .Select(kind => bench.Submit(_ => WorkAsync(kind), kind))
            .ToArray();
        await Task.WhenAll(tasks.Select(task => task.Completion));

        Assert.Equal((3, 1), (most[MediaTaskKind.Download], most[MediaTaskKind.Conversion]));
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_task_that_waits_is_queued_and_can_be_cancelled_before_its_turn()
    {
        await using var bench = new TaskBench(new MediaTaskOptions { Downloads = 1 });
        var first = await bench.SubmitEndlessAsync();
        var begun = false;
        var second = bench.Submit(_ =>
        {
            begun = true;
            return Task.CompletedTask;
        });

        Assert.Equal([MediaTaskState.Running, MediaTaskState.Queued], bench.Tasks.List().Select(status => status.State));
        second.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.Completion);

        Assert.False(begun);
        Assert.Equal(MediaTaskState.Running, first.Status.State);
    }

    [Fact(Timeout = TimeLimit)]
    public async Task The_wait_for_its_turn_is_not_the_tasks_time()
    {
        await using var bench = new TaskBench(new MediaTaskOptions { Downloads = 1, DownloadTimeLimit = TimeSpan.FromMinutes(10) });
        var first = await bench.SubmitEndlessAsync();
        var waiting = bench.SubmitEndlessAsync();

        bench.Clock.Advance(TimeSpan.FromMinutes(11));
        await Assert.ThrowsAsync<MediaTaskTimedOutException>(() => first.Completion);
        var second = await waiting;
        bench.Clock.Advance(TimeSpan.FromMinutes(9));

        Assert.Equal(MediaTaskState.Running, second.Status.State);
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_bounded_number_of_last_statuses_is_kept()
    {
        await using var bench = new TaskBench(new MediaTaskOptions { History = 5 });

        for (var index = 0; index < 20; index++)
        {
            await bench.Submit(_ => Task.CompletedTask).Completion;
        }

        Assert.Equal([16, 17, 18, 19, 20], bench.Tasks.List().Select(status => status.Id));
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Disposal_cancels_what_waits_and_works_and_takes_nothing_more()
    {
        await using var bench = new TaskBench(new MediaTaskOptions { Downloads = 1 });
        var working = await bench.SubmitEndlessAsync();
        var waiting = bench.Submit(_ => Task.CompletedTask);

        await bench.Tasks.DisposeAsync();

        Assert.Equal((MediaTaskState.Cancelled, MediaTaskState.Cancelled), (working.Status.State, waiting.Status.State));
        Assert.Throws<ObjectDisposedException>(() => bench.Submit(_ => Task.CompletedTask));
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Thousands_of_tasks_that_are_cancelled_at_random_from_several_threads_leave_nothing()
    {
        const int count = 4_000;
        await using var bench = new TaskBench(new MediaTaskOptions { Downloads = 16, Conversions = 16, History = 10 });
        using var caller = new CancellationTokenSource();
        var kept = new ConcurrentBag<WeakReference>();
        var ends = new ConcurrentDictionary<MediaTaskState, int>();

        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (index, _) =>
        {
            var random = new Random(index);
            var payload = new byte[10_000];
            var kind = index % 2 == 0 ? MediaTaskKind.Download : MediaTaskKind.Conversion;
            var task = bench.Submit(
                async context =>
                {
                    payload[0]++;
                    context.Progress.Report(new MediaProgress(payload[0]));
                    await Task.Delay(random.Next(3), context.CancellationToken);
                    if (index % 5 == 0)
                    {
                        throw new IOException("broken");
                    }
                },
                kind,
                caller.Token);
            kept.Add(new WeakReference(payload));
            var cancel = index % 3 == 0 ? Task.Run(task.Cancel) : Task.CompletedTask;
            await task.Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await cancel;
            ends.AddOrUpdate(task.Status.State, 1, (_, sum) => sum + 1);
        });

        Assert.Equal(count, ends.Values.Sum());
        Assert.All((MediaTaskState[])[MediaTaskState.Completed, MediaTaskState.Failed, MediaTaskState.Cancelled], state => Assert.True(ends.GetValueOrDefault(state) > 100, $"{state}"));
        Assert.Equal(10, bench.Tasks.List().Count);
        Assert.All(bench.Tasks.List(), status => Assert.True(status.HasEnded));
        Assert.Equal(0, bench.Usage.Leaked);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        // A handful may still lie in registers and on stacks of threads.
        Assert.InRange(kept.Count(reference => reference.IsAlive), 0, 20);
    }
}
