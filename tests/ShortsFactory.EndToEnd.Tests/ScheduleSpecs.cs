using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ShortsFactory.EndToEnd.Tests;

/// <summary>Schedules and jobs as somebody uses them from the command line, against the real server.</summary>
public sealed class ScheduleSpecs
{
    private const int Limit = 240_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task A_script_is_handed_in_waited_for_and_its_files_are_fetched()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);
        var client = new Client(shorts, server);
        shorts.Write("sea.md", "# The {{what}}\n\nIt is deep.");

        var submitted = await client.RunAsync("jobs", "submit", "sea.md", "--cell", "what=sea", "--format", "720x1280@30", "--wait");
        Assert.Equal(0, submitted.ExitCode);
        Assert.Contains("done  The sea", submitted.Output, StringComparison.Ordinal);
        var id = submitted.Output.Split(' ')[0];

        var fetched = await client.RunAsync("jobs", "download", id, "-o", "out", "--only", "mp4");
        Assert.Equal(0, fetched.ExitCode);
        Assert.Equal(["sea.mp4"], Directory.EnumerateFileSystemEntries(shorts.PathOf("out")).Select(Path.GetFileName));
        Assert.Contains("The sea", (await client.RunAsync("jobs", "list", "--state", "done")).Output, StringComparison.Ordinal);
        Assert.Contains("Compositing took", (await client.RunAsync("jobs", "log", id)).Output, StringComparison.Ordinal);
        Assert.Contains("file       sea.mp4", (await client.RunAsync("jobs", "show", id)).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await client.RunAsync("jobs", "remove", id)).ExitCode);
        var gone = await client.RunAsync("jobs", "show", id, "--json");
        Assert.Equal(2, gone.ExitCode);
        Assert.Equal(2, JsonDocument.Parse(gone.Output).RootElement.GetProperty("error").GetProperty("exitCode").GetInt32());
    }

    [Fact(Timeout = Limit)]
    public async Task Without_a_server_the_client_says_how_to_start_one()
    {
        using var shorts = new ShortsProgram();

        var outcome = await shorts.RunAsync("schedule", "list", "--server", "http://127.0.0.1:9");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("no server at http://127.0.0.1:9", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("shorts serve", outcome.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task The_interface_tells_what_would_run_changes_pauses_and_forgets()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);
        object definition = new { name = "facts", when = new { cron = "30 7 * * mon", timeZone = "Europe/Berlin", jitterSeconds = 60 }, make = new { script = "# Sea\n\nIt is deep." } };

        var preview = await SendAsync(HttpMethod.Post, "/preview-next?count=2", definition);
        Assert.Equal(2, preview.Body.GetProperty("runs").GetArrayLength());
        Assert.Equal(0, (await server.GetAsync("/api/v1/schedules")).GetArrayLength());

        Assert.Equal(HttpStatusCode.Created, (await SendAsync(HttpMethod.Post, "", definition)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(HttpMethod.Post, "", definition)).Status);
        var changed = await SendAsync(HttpMethod.Patch, "/facts", new { priority = 8 });
        Assert.Equal((8, "30 7 * * mon"), (changed.Body.GetProperty("priority").GetInt32(), changed.Body.GetProperty("when").GetProperty("cron").GetString()));
        Assert.Equal(0, (await SendAsync(HttpMethod.Post, "/facts/pause")).Body.GetProperty("next").GetArrayLength());
        Assert.Equal(3, (await SendAsync(HttpMethod.Post, "/facts/resume")).Body.GetProperty("next").GetArrayLength());
        Assert.Equal(10, (await server.GetAsync("/api/v1/schedules/facts/next")).GetProperty("runs").GetArrayLength());

        var half = await SendAsync(HttpMethod.Post, "", new { name = "half" });
        Assert.Equal(HttpStatusCode.BadRequest, half.Status);
        Assert.Contains("when", half.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var wrong = await SendAsync(HttpMethod.Post, "/preview-next", new { name = "a", when = new { cron = "never" }, make = new { } });
        Assert.Contains("minute, hour", wrong.Body.GetProperty("advice").GetString(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, "/facts")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Post, "/facts/run-now")).Status);

        async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body = null)
        {
            using var request = new HttpRequestMessage(method, "/api/v1/schedules" + path) { Content = body is null ? null : JsonContent.Create(body) };
            using var response = await server.Client.SendAsync(request, Token);
            var text = await response.Content.ReadAsStringAsync(Token);
            return (response.StatusCode, text.Length > 0 ? JsonDocument.Parse(text).RootElement.Clone() : default);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task A_folder_is_made_file_by_file_and_no_kill_loses_one_or_makes_one_twice()
    {
        const int files = 12;
        using var shorts = new ShortsProgram();
        var arguments = Prepare(shorts, files);
        var server = await ServerProgram.StartAsync(shorts, arguments);
        try
        {
            var added = await new Client(shorts, server).RunAsync("schedule", "add", "daily", "--cron", "* * * * * ?", "--time-zone", "Europe/Berlin", "--folder", "queue", "--missed", "all");
            Assert.Equal(0, added.ExitCode);
            foreach (var pause in new[] { 1100, 300, 1700, 800, 2300 })
            {
                await Task.Delay(pause, Token);
                await server.KillAsync();
                await server.DisposeAsync();
                server = await ServerProgram.StartAsync(shorts, arguments);
            }

            Assert.Equal(Titles(files), (await TitlesAsync(server, files)).Order());
            Assert.Contains("nothing is left", (await new Client(shorts, server).RunAsync("schedule", "show", "daily")).Output, StringComparison.Ordinal);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Servers_that_share_a_database_start_each_run_once_and_one_goes_on_when_the_other_dies()
    {
        const int files = 10;
        await using var database = await PostgreSqlServer.StartAsync();
        using var shorts = new ShortsProgram();
        string[] arguments = [.. Prepare(shorts, files), "--database", database.Address, "--artifacts", "artifacts"];
        await using var dying = await ServerProgram.StartAsync(shorts, arguments);
        await using var staying = await ServerProgram.StartAsync(shorts, arguments);

        var added = await new Client(shorts, dying).RunAsync("schedule", "add", "daily", "--cron", "* * * * * ?", "--time-zone", "UTC", "--folder", "queue", "--missed", "all");
        added.MustBe(0);
        await Task.Delay(2500, Token);
        await dying.KillAsync();

        Assert.Equal(Titles(files), (await TitlesAsync(staying, files)).Order());
    }

    /// <summary>A folder of scripts, and how a server is started that can read it. The disk floor holds the jobs back: only what the schedule does is looked at.</summary>
    private static string[] Prepare(ShortsProgram shorts, int files)
    {
        Directory.CreateDirectory(shorts.PathOf("queue"));
        foreach (var title in Titles(files))
        {
            shorts.Write($"queue/{title}.md", $"# {title}\n\nText.");
        }

        return ["--data", "data", "--set", $"Server:Schedules:Roots:0={shorts.Folder}", "--set", "Server:DiskFloor=1000000000000"];
    }

    private static IEnumerable<string> Titles(int files) => Enumerable.Range(1, files).Select(number => $"Number {number:00}");

    private static async Task<string[]> TitlesAsync(ServerProgram server, int count)
    {
        while (true)
        {
            var page = await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/jobs?limit=200", Token);
            string[] titles = [.. page.GetProperty("items").EnumerateArray().Select(job => job.GetProperty("title").GetString()!)];
            var schedule = await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/schedules/daily", Token);
            if (titles.Length >= count && string.Equals(schedule.GetProperty("lastRun").GetProperty("state").GetString(), "empty", StringComparison.Ordinal))
            {
                return titles;
            }

            await Task.Delay(200, Token);
        }
    }

    private sealed record Client(ShortsProgram Shorts, ServerProgram Server)
    {
        public Task<Outcome> RunAsync(params string[] arguments) => Shorts.RunAsync([.. arguments, "--server", Server.Client.BaseAddress!.ToString()]);
    }
}
