namespace ShortsFactory.Resources.Tests;

public sealed class FileLockSpecs : IDisposable
{
    private const int Limit = 60_000;
    private const int Kill = 9;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private readonly string _directory = Directory.CreateTempSubdirectory("lock-").FullName;

    private string Target => Path.Combine(_directory, "short.mp4");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact(Timeout = Limit)]
    public async Task Second_waits_for_the_first_and_nothing_is_left_beside_the_target()
    {
        var first = await TakeAsync(TimeSpan.Zero);
        var waits = new TaskCompletionSource();
        var second = TakeAsync(Long, waits.SetResult);
        await waits.Task;
        Assert.False(second.IsCompleted);

        await first!.DisposeAsync();
        var taken = await second;

        Assert.NotNull(taken);
        Assert.Null(await TakeAsync(TimeSpan.Zero));
        await taken.DisposeAsync();
        Assert.Empty(Directory.EnumerateFileSystemEntries(_directory));
    }

    [Fact(Timeout = Limit)]
    public async Task Waiting_ends_with_a_cancel_and_the_lock_stays_with_its_holder()
    {
        await using var first = await TakeAsync(TimeSpan.Zero);
        using var cancel = new CancellationTokenSource();

        var second = FileLock.TakeAsync(Target, Long, cancel.Cancel, TimeProvider.System, cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Null(await TakeAsync(TimeSpan.Zero));
    }

    [Fact(Timeout = Limit)]
    public async Task Only_one_of_many_has_it_at_any_moment()
    {
        var (inside, most, turns) = (0, 0, 0);
        await Parallel.ForAsync(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) =>
        {
            await using var taken = await TakeAsync(Long);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Delay(1, CancellationToken.None);
            Interlocked.Decrement(ref inside);
            Interlocked.Increment(ref turns);
        });

        Assert.Equal((1, 40), (most, turns));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_directory));
    }

    [Fact(Timeout = Limit)]
    public async Task Names_of_any_length_and_other_targets_do_not_get_in_each_others_way()
    {
        await using var one = await FileLock.TakeAsync(Path.Combine(_directory, new string('n', 250) + ".mp4"), TimeSpan.Zero, () => { }, TimeProvider.System, CancellationToken.None);
        await using var other = await FileLock.TakeAsync(Path.Combine(_directory, new string('n', 249) + ".mp4"), TimeSpan.Zero, () => { }, TimeProvider.System, CancellationToken.None);

        Assert.NotNull(one);
        Assert.NotNull(other);
    }

    [Fact(Timeout = Limit)]
    public async Task Lock_of_another_program_is_waited_for_and_named_and_a_killed_ones_goes()
    {
        using var host = await HostProgram.StartAsync("lock");
        var target = Path.Combine(host.Directory, "output.txt");
        await using var run = new TestRun(options => options.WorkDirectory = host.WorkDirectory);
        var told = new List<string>();

        var locked = await Assert.ThrowsAsync<FileLockedException>(() => run.Scopes.LockAsync(target, TimeSpan.FromSeconds(0.3), told.Add, CancellationToken.None));
        Assert.Contains($"the run {host.RunId} (process ", locked.Message, StringComparison.Ordinal);
        Assert.Equal($"the run {host.RunId}", Assert.Single(told)[..$"the run {host.RunId}".Length]);

        host.Signal(Kill);
        await using (await run.Scopes.LockAsync(target, Long, _ => { }, CancellationToken.None))
        {
            // The reaper of the killed one is at work now or has been, and it must let this lock be.
            await Task.Delay(TimeSpan.FromSeconds(1));
            await Assert.ThrowsAsync<FileLockedException>(() => run.Scopes.LockAsync(target, TimeSpan.Zero, _ => { }, CancellationToken.None));
        }

        Assert.DoesNotContain(Directory.EnumerateFiles(host.Directory), path => path.EndsWith(".lock", StringComparison.Ordinal));
    }

    [Fact(Timeout = Limit)]
    public async Task Nobody_else_needs_to_come_for_the_lock_of_a_killed_program_to_go()
    {
        using var host = await HostProgram.StartAsync("lock");
        Assert.Single(Directory.EnumerateFiles(host.Directory));

        host.Signal(Kill);
        await host.ExitCodeAsync();
        while (Directory.EnumerateFiles(host.Directory).Concat(Directory.EnumerateFileSystemEntries(host.WorkDirectory)).Any())
        {
            await Task.Delay(10);
        }

        host.AssertNothingIsLeft();
    }

    private Task<FileLock?> TakeAsync(TimeSpan timeLimit, Action? onWait = null) =>
        FileLock.TakeAsync(Target, timeLimit, onWait ?? (() => { }), TimeProvider.System, CancellationToken.None);
}
