using System.Text.Json;
using System.Text.RegularExpressions;

namespace ShortsFactory.FaultTests;

/// <summary>A server that is killed again and again while jobs come in.</summary>
public sealed partial class ServerKillSpecs(ITestOutputHelper output)
{
    private const int Limit = 60 * 60 * 1_000;

    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(4);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task A_server_that_is_killed_at_any_moment_loses_no_job_that_it_accepted_and_makes_none_twice()
    {
        using var shorts = new ShortsProgram();
        var accepted = new Dictionary<string, string>();
        var log = new List<string>();
        var (kills, sent) = (Sweep.Runs, 0);
        foreach (var moment in Sweep.Moments(kills))
        {
            await using var server = await ServerProgram.StartAsync(shorts, "--set", "Server:MaxAttempts=100");
            using var end = new CancellationTokenSource();
            var submitting = SubmitAsync(server, accepted, () => sent++, end.Token);
            await Task.Delay(LongestLife * moment, Token);
            await server.KillAsync();
            await end.CancelAsync();
            await submitting;
            log.Add(server.Output);
        }

        await using var last = await ServerProgram.StartAsync(shorts, "--set", "Server:MaxAttempts=100");
        foreach (var (key, id) in accepted)
        {
            var job = await last.WaitAsync(id, job => ServerProgram.StateOf(job) is not ("queued" or "running"), TimeSpan.FromMinutes(10));
            Assert.True(ServerProgram.StateOf(job) is "done", $"{key}: {job}");
            var folder = Path.Combine(ArtifactsOf(shorts), id);
            Assert.Equal([job.GetProperty("attempt").GetInt32().ToString()], Directory.EnumerateDirectories(folder).Select(Path.GetFileName));
            Assert.Equal(7, Directory.EnumerateFiles(Path.Combine(folder, job.GetProperty("attempt").GetInt32().ToString())).Count());
        }

        log.Add(last.Output);
        Assert.DoesNotContain(Ended().Matches(string.Join('\n', log)).CountBy(match => match.Groups["id"].Value), ended => ended.Value > 1);
        Assert.Equal(0, await last.StopAsync());
        Assert.Empty(shorts.ChildrenOf(""));
        Assert.Empty(shorts.Leftovers());
        output.WriteLine($"{kills} kills, {sent} jobs sent, {accepted.Count} accepted: all of these done, once each (seed {Sweep.Seed})");
        Assert.InRange(accepted.Count, 1, int.MaxValue);
    }

    /// <summary>Sends jobs until the server is gone; each accepted one is kept, and one whose answer never came is sent again under its key.</summary>
    private static async Task SubmitAsync(ServerProgram server, Dictionary<string, string> accepted, Func<int> next, CancellationToken cancellationToken)
    {
        // One that may have been accepted without a word is the first to be asked for again.
        for (var number = accepted.Count; !cancellationToken.IsCancellationRequested; number++)
        {
            try
            {
                var key = $"key {number}";
                using var response = await server.SendAsync($"Number {number}.", key: key);
                if (!response.IsSuccessStatusCode)
                {
                    return;
                }

                var job = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token)).RootElement;
                accepted[key] = job.GetProperty("id").GetString()!;
                next();
                await Task.Delay(TimeSpan.FromMilliseconds(900), Token);
            }
            catch (HttpRequestException)
            {
                // The server is gone.
                return;
            }
        }
    }

    private static string ArtifactsOf(ShortsProgram shorts) => Path.Combine(shorts.Folder, "home", ".local", "share", "shortsfactory", "artifacts");

    [GeneratedRegex("Job (?<id>[0-9a-f]{24}) is Done", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ended();
}
