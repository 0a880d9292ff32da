using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ShortsFactory.FaultTests;

/// <summary>Workers that are killed while others work, and the database too.</summary>
public sealed partial class ClusterKillSpecs(ITestOutputHelper output)
{
    private const int Limit = 60 * 60 * 1_000;
    private const int Jobs = 60;
    private const int Workers = 4;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task Sixty_jobs_are_each_made_once_while_workers_and_the_database_are_killed()
    {
        await using var database = await PostgreSqlServer.StartAsync();
        using var shorts = new ShortsProgram();
        string[] shared = ["--database", database.Address, "--artifacts", shorts.PathOf("artifacts"), "--jobs", "1", "--set", "Server:MaxAttempts=100"];
        await using var server = await ServerProgram.StartAsync(shorts, [.. shared, "--set", "Server:DiskFloor=1000000000000"]);
        var ids = new List<string>();
        for (var number = 0; number < Jobs; number++)
        {
            ids.Add((await server.SubmitAsync($"Job number {number}.")).GetProperty("id").GetString()!);
        }

        var workers = await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => ServerProgram.StartWorkerAsync(shorts, shared)));
        var (log, random, kills, started) = (new List<string>(), new Random(Sweep.Seed), 0, Stopwatch.GetTimestamp());
        while ((await CountAsync(server)) is var done && done < Jobs)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Most, $"Only {done} are done.\n{server.Output}");
            await Task.Delay(Interval, Token);
            if (kills == 3)
            {
                await database.KillAndRestartAsync(TimeSpan.FromSeconds(1));
            }

            var chosen = random.Next(Workers);
            await workers[chosen].KillAsync();
            log.Add(workers[chosen].Output);
            await workers[chosen].DisposeAsync();
            workers[chosen] = await ServerProgram.StartWorkerAsync(shorts, shared);
            kills++;
        }

        foreach (var id in ids)
        {
            var job = await server.JobAsync(id);
            Assert.Equal("done", ServerProgram.StateOf(job));
            Assert.Equal([job.GetProperty("attempt").GetInt32().ToString()], Directory.EnumerateDirectories(Path.Combine(shorts.PathOf("artifacts"), id)).Select(Path.GetFileName));
        }

        foreach (var worker in workers.Append(server))
        {
            Assert.Equal(0, await worker.StopAsync());
            log.Add(worker.Output);
            await worker.DisposeAsync();
        }

        Assert.DoesNotContain(Ended().Matches(string.Join('\n', log)).CountBy(match => match.Groups["id"].Value), ended => ended.Value > 1);
        Assert.Empty(shorts.ChildrenOf(""));
        Assert.Empty(shorts.Leftovers());
        output.WriteLine($"{Jobs} jobs done in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, {kills} workers killed, PostgreSQL once (seed {Sweep.Seed})");
        Assert.InRange(kills, 4, int.MaxValue);
    }

    private static async Task<int> CountAsync(ServerProgram server)
    {
        try
        {
            return (await server.GetAsync("/api/v1/system")).GetProperty("counts").GetProperty("done").GetInt32();
        }
        catch (HttpRequestException)
        {
            // The database has just been killed.
            return 0;
        }
    }

    [GeneratedRegex("Job (?<id>[0-9a-f]{24}) is Done", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ended();
}
