namespace ShortsFactory.EndToEnd.Tests;

/// <summary>A watched folder, as somebody uses it who drops scripts into it.</summary>
public sealed class WatchSpecs
{
    private const int Limit = 300_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task Scripts_that_are_dropped_are_made_once_each_however_often_the_server_is_killed()
    {
        using var shorts = new ShortsProgram();
        var folder = Directory.CreateDirectory(shorts.PathOf("in")).FullName;
        string[] arguments = ["--data", "data", "--watch", "in", "--jobs", "2", "--set", "Server:Watch:Interval=00:00:00.5", "--set", "Server:MaxAttempts=20"];
        var server = await ServerProgram.StartAsync(shorts, arguments);
        try
        {
            shorts.Write("in/bad.md", "# Bad\n\n| a | b |\n|---|---|\n| 1 | 2 |");
            foreach (var (name, pause) in new[] { ("one", 2500), ("two", 4000), ("three", 7000) })
            {
                // Written aside and renamed, as careful programs do it: it is taken at once.
                shorts.Write($"in/.{name}.part", $"---\nformat: 720x1280@30\n---\n# {name}\n\nThis is number {name}.");
                File.Move(Path.Combine(folder, $".{name}.part"), Path.Combine(folder, $"{name}.md"));
                await Task.Delay(pause, Token);
                await server.KillAsync();
                await server.DisposeAsync();
                server = await ServerProgram.StartAsync(shorts, arguments);
            }

            await ReachAsync(() => Directory.EnumerateFiles(folder).All(file => Path.GetFileName(file).StartsWith('.')), server);

            Assert.Equal(["bad.md", "bad.reason.txt"], Names(Path.Combine(folder, "failed")));
            string[] expected = [.. from name in new[] { "one", "three", "two" } from extension in new[] { "ass", "jpg", "json", "lrc", "md", "mp4", "srt", "vtt" } select $"{name}.{extension}"];
            Assert.Equal(expected, Names(Path.Combine(folder, "done")));
            var jobs = await server.GetAsync("/api/v1/jobs");
            Assert.Equal(["one", "three", "two"], jobs.GetProperty("items").EnumerateArray().Select(job => job.GetProperty("title").GetString()!).Order());
            Assert.All(jobs.GetProperty("items").EnumerateArray(), job => Assert.Equal("watch", job.GetProperty("origin").GetProperty("kind").GetString()));
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact(Timeout = Limit)]
    public async Task A_folder_that_is_not_there_is_told_at_start()
    {
        using var shorts = new ShortsProgram();

        var outcome = await shorts.RunAsync("serve", "--port", "0", "--watch", "nowhere");

        outcome.MustBe(2);
        Assert.Contains("Server:Watch:Folders: there is no folder", outcome.Error, StringComparison.Ordinal);
    }

    private static async Task ReachAsync(Func<bool> isReached, ServerProgram server)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(Patience);
        while (!isReached())
        {
            Assert.False(limit.IsCancellationRequested, server.Output);
            await Task.Delay(200, Token);
        }
    }

    private static string?[] Names(string folder) => [.. Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)];
}
