using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Watching;

namespace ShortsFactory.Server.Tests.Watching;

public sealed class WatchSpecs
{
    private const string Script = "# The sea\n\nIt is deep.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_script_becomes_a_job_and_lies_in_done_with_its_files_when_that_is_done()
    {
        await using var bench = await ServerBench.OpenAsync();
        var path = bench.Write("in/sea.md", Script);

        await bench.Get<WatchIntake>().TakeAsync(path, Token);
        await bench.Get<WatchIntake>().TakeAsync(path, Token);
        var job = Assert.Single(await bench.Get<JobStore>().ListAsync(null, null, 9, Token));
        Assert.Equal((OriginKind.Watch, "sea.md"), (job.OriginKind, job.OriginName));
        Assert.Equal(Path.Combine(bench.Folder, "in"), (await bench.Get<JobStore>().FindOrderAsync(job.Id, Token))!.BaseDirectory);
        await SettleAsync(bench);
        Assert.True(File.Exists(path));

        await FinishAsync(bench, job.Id);
        await SettleAsync(bench);

        Assert.Equal(["done/sea.jpg", "done/sea.md", "done/sea.mp4"], Files(bench));
        Assert.Equal(Script, await File.ReadAllTextAsync(Path.Combine(bench.Folder, "in/done/sea.md"), Token));
        Assert.Empty(await bench.Get<WatchStore>().ListAsync(Token));
    }

    [Fact]
    public async Task The_same_script_again_is_made_again_and_replaces_nothing()
    {
        await using var bench = await ServerBench.OpenAsync();
        bench.Write("in/done/sea.mp4", "somebody's own");
        foreach (var _ in new[] { 1, 2 })
        {
            await bench.Get<WatchIntake>().TakeAsync(bench.Write("in/sea.md", Script), Token);
            var script = Assert.Single(await bench.Get<WatchStore>().ListAsync(Token));
            await FinishAsync(bench, script.JobId!);
            await SettleAsync(bench);
        }

        Assert.Equal(2, (await bench.JobsAsync()).Length);
        Assert.Equal(["done/sea-2.jpg", "done/sea-2.md", "done/sea-2.mp4", "done/sea-3.jpg", "done/sea-3.md", "done/sea-3.mp4", "done/sea.mp4"], Files(bench));
        Assert.Equal("somebody's own", await File.ReadAllTextAsync(Path.Combine(bench.Folder, "in/done/sea.mp4"), Token));
    }

    [Fact]
    public async Task A_script_that_cannot_be_used_lies_in_failed_with_the_reason_at_once()
    {
        await using var bench = await ServerBench.OpenAsync();

        await bench.Get<WatchIntake>().TakeAsync(bench.Write("in/bad.md", "# Bad\n\n| a | b |\n|---|---|\n| 1 | 2 |"), Token);

        Assert.Equal(["failed/bad.md", "failed/bad.reason.txt"], Files(bench));
        Assert.StartsWith("line 3: ", await File.ReadAllTextAsync(Path.Combine(bench.Folder, "in/failed/bad.reason.txt"), Token));
        Assert.Empty(await bench.JobsAsync());
        Assert.Empty(await bench.Get<WatchStore>().ListAsync(Token));
    }

    [Theory]
    [InlineData(false, "cancelled")]
    [InlineData(true, "removed")]
    public async Task A_job_that_is_called_off_or_removed_leaves_the_script_in_failed(bool isRemoved, string reason)
    {
        await using var bench = await ServerBench.OpenAsync();
        await bench.Get<WatchIntake>().TakeAsync(bench.Write("in/sea.md", Script), Token);
        var id = Assert.Single(await bench.Get<WatchStore>().ListAsync(Token)).JobId!;
        await bench.Get<JobService>().CancelAsync(id, Token);
        if (isRemoved)
        {
            await bench.Get<JobService>().DeleteAsync(id, Token);
        }

        await SettleAsync(bench);

        Assert.Equal(["failed/sea.md", "failed/sea.reason.txt"], Files(bench));
        Assert.Contains(reason, await File.ReadAllTextAsync(Path.Combine(bench.Folder, "in/failed/sea.reason.txt"), Token));
    }

    [Fact]
    public async Task A_script_that_is_replaced_while_it_is_made_is_left_to_be_taken_next()
    {
        await using var bench = await ServerBench.OpenAsync();
        await bench.Get<WatchIntake>().TakeAsync(bench.Write("in/sea.md", Script), Token);
        bench.Write("in/sea.md", "# The sky\n\nIt is high.");
        await FinishAsync(bench, Assert.Single(await bench.Get<WatchStore>().ListAsync(Token)).JobId!);

        await SettleAsync(bench);

        Assert.Equal(["done/sea.jpg", "done/sea.md", "done/sea.mp4", "sea.md"], Files(bench));
        Assert.Equal(Script, await File.ReadAllTextAsync(Path.Combine(bench.Folder, "in/done/sea.md"), Token));
        Assert.Contains("sky", await File.ReadAllTextAsync(Path.Combine(bench.Folder, "in/sea.md"), Token));
    }

    [Fact]
    public async Task A_process_that_died_after_noting_or_after_handing_in_is_followed_by_one_that_goes_on()
    {
        await using var bench = await ServerBench.OpenAsync();
        var noted = new WatchedScript { Id = "1", Path = bench.Write("in/a.md", Script), Hash = WatchIntake.HashOf(Script) };
        await bench.Get<WatchStore>().AddAsync(noted, Token);
        await SettleAsync(bench);
        await bench.Get<WatchIntake>().TakeAsync(noted.Path, Token);
        Assert.Single(await bench.JobsAsync());

        var handedIn = Assert.Single(await bench.Get<WatchStore>().ListAsync(Token));
        await bench.Get<WatchStore>().ChangeAsync(handedIn with { JobId = null }, Token);
        await SettleAsync(bench);
        Assert.Equal(handedIn.JobId, Assert.Single(await bench.Get<WatchStore>().ListAsync(Token)).JobId);
        Assert.Single(await bench.JobsAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_process_that_died_while_it_put_files_away_is_followed_by_one_that_puts_away_the_rest(int moved)
    {
        await using var bench = await ServerBench.OpenAsync();
        await bench.Get<WatchIntake>().TakeAsync(bench.Write("in/sea.md", Script), Token);
        var script = Assert.Single(await bench.Get<WatchStore>().ListAsync(Token));
        await FinishAsync(bench, script.JobId!);
        await bench.Get<WatchStore>().ChangeAsync(script with { Name = "sea" }, Token);
        bench.Write("in/done/sea.jpg", "jpg");
        if (moved == 3)
        {
            bench.Write("in/done/sea.mp4", "mp4");
            File.Move(script.Path, Path.Combine(bench.Folder, "in/done/sea.md"));
        }

        bench.Write($"in/done/.{script.Id}.part", "half");
        await SettleAsync(bench);

        Assert.Equal(["done/sea.jpg", "done/sea.md", "done/sea.mp4"], Files(bench));
        Assert.Empty(await bench.Get<WatchStore>().ListAsync(Token));
    }

    /// <summary>What the service does with what was taken.</summary>
    private static async Task SettleAsync(ServerBench bench)
    {
        foreach (var script in await bench.Get<WatchStore>().ListAsync(Token))
        {
            if (await bench.Get<WatchIntake>().ResumeAsync(script, Token) is { } resumed && !await bench.Get<WatchOutcome>().IsPendingAsync(resumed, Token))
            {
                await bench.Get<WatchOutcome>().SettleAsync(resumed, Token);
            }
        }
    }

    /// <summary>What a worker leaves that has made a job.</summary>
    private static async Task FinishAsync(ServerBench bench, string id)
    {
        var job = (await bench.Get<JobStore>().BeginAsync(id, "worker", Token))!;
        var folder = Directory.CreateDirectory(bench.Get<IArtifactStore>().FolderOf(job)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, job.Name + ".mp4"), "mp4", Token);
        await File.WriteAllTextAsync(Path.Combine(folder, job.Name + ".jpg"), "jpg", Token);
        await bench.Get<JobStore>().EndAsync(job with { State = JobState.Done }, Token);
    }

    private static string[] Files(ServerBench bench)
    {
        var folder = Path.Combine(bench.Folder, "in");
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];
    }
}
