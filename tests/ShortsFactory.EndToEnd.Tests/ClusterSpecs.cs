namespace ShortsFactory.EndToEnd.Tests;

/// <summary>A server and workers that share a PostgreSQL database and a folder of results.</summary>
public sealed class ClusterSpecs
{
    private const int Limit = 300_000;

    private const string Script = "# Shared work\n\nMany hands make light work. That is what they say, and here it is true.";

    private static readonly TimeSpan TakeOverLimit = TimeSpan.FromSeconds(30);

    [Fact(Timeout = Limit)]
    public async Task Workers_make_what_the_server_took_in_and_a_job_of_a_killed_one_is_taken_over()
    {
        await using var database = await PostgreSqlServer.StartAsync();
        using var shorts = new ShortsProgram();
        var artifacts = shorts.PathOf("artifacts");
        string[] shared = ["--database", database.Address, "--artifacts", artifacts, "--jobs", "1"];
        await using var server = await ServerProgram.StartAsync(shorts, [.. shared, "--set", "Server:DiskFloor=1000000000000"]);
        var first = (await server.SubmitAsync(Script + " One.")).GetProperty("id").GetString()!;
        var killed = await ServerProgram.StartWorkerAsync(shorts, shared);
        await using var ended = killed;
        Assert.Equal("done", ServerProgram.StateOf(await server.WaitForEndAsync(first)));

        var second = (await server.SubmitAsync("# More work\n\n" + string.Concat(Enumerable.Range(0, 12).Select(number => $"Sentence number {number} keeps a worker busy for a while. ")), new { pictureFormat = "1080x1920@30" })).GetProperty("id").GetString()!;
        await server.WaitAsync(second, job => job.TryGetProperty("stage", out var stage) && stage.GetString() is "compositing");
        await killed.KillAsync();
        await using var other = await ServerProgram.StartWorkerAsync(shorts, shared);
        await server.WaitAsync(second, job => job.GetProperty("attempt").GetInt32() == 2, TakeOverLimit);
        var done = await server.WaitForEndAsync(second);

        Assert.Equal(("done", 2), (ServerProgram.StateOf(done), done.GetProperty("attempt").GetInt32()));
        var workers = (await server.GetAsync("/api/v1/workers")).EnumerateArray().ToArray();
        Assert.Contains(workers, worker => worker.GetProperty("state").GetString() is "paused" && worker.GetProperty("isThis").GetBoolean());
        Assert.Contains(workers, worker => worker.GetProperty("name").GetString() == done.GetProperty("worker").GetString());
        Assert.Equal("postgresql", (await server.GetAsync("/api/v1/system")).GetProperty("store").GetString());
    }

    [Fact(Timeout = Limit)]
    public async Task A_worker_without_a_database_or_with_one_that_is_none_is_told_what_it_needs()
    {
        using var shorts = new ShortsProgram();

        var without = await shorts.RunAsync("worker");
        var wrong = await shorts.RunAsync("worker", "--database", "jobs.sqlite", "--artifacts", "results");

        Assert.Equal((2, 2), (without.ExitCode, wrong.ExitCode));
        Assert.Contains("--database postgres://", without.Error, StringComparison.Ordinal);
        Assert.Contains("postgres://user:password@host:5432/name", wrong.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task A_database_that_is_away_is_told_at_the_start()
    {
        using var shorts = new ShortsProgram();

        var outcome = await shorts.RunAsync("serve", "--port", "0", "--database", "postgres://shorts@127.0.0.1:1/shorts");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("the database does not answer", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }
}
