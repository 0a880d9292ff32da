using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ShortsFactory.EndToEnd.Tests;

/// <summary>The server from outside: what comes in is made, told, and can be had; nothing is lost.</summary>
public sealed class ServerSpecs
{
    private const int Limit = 240_000;

    private const string Hello = "# Three facts\n\nAn octopus has three hearts. It has blue blood.";

    private const string Long =
        """
        # A long one

        The first sentence takes its time to be spoken, and so do all the others. The second one is about the weather on the coast of Norway.
        The third one tells of ships that never came home. The fourth one wonders why. The fifth one has no answer, and the sixth one goes to sleep.
        The seventh one wakes up again and tells the whole story once more, from the very beginning to the end. The eighth one is the last.
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task A_script_comes_in_and_a_video_with_all_its_files_can_be_had()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);

        using var response = await server.SendAsync(Hello);
        var accepted = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        var id = accepted.GetProperty("id").GetString()!;
        var done = await server.WaitForEndAsync(id);

        Assert.Equal((HttpStatusCode.Created, $"/api/v1/jobs/{id}"), (response.StatusCode, response.Headers.Location!.ToString()));
        Assert.Equal(("done", "Three facts", 100, 1), (ServerProgram.StateOf(done), done.GetProperty("title").GetString(), done.GetProperty("percent").GetInt32(), done.GetProperty("attempt").GetInt32()));
        var files = done.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("name").GetString()!, file => file.GetProperty("href").GetString()!);
        Assert.Equal(["Three-facts.ass", "Three-facts.jpg", "Three-facts.json", "Three-facts.lrc", "Three-facts.mp4", "Three-facts.srt", "Three-facts.vtt"], files.Keys.Order());
        Assert.StartsWith("WEBVTT", await server.Client.GetStringAsync(files["Three-facts.vtt"], Token), StringComparison.Ordinal);
        Assert.Contains("Compositing took", await server.Client.GetStringAsync($"/api/v1/jobs/{id}/log", Token), StringComparison.Ordinal);
        Assert.Equal(Hello, await server.Client.GetStringAsync($"/api/v1/jobs/{id}/script", Token));
        Assert.DoesNotContain(shorts.Leftovers(), left => Directory.Exists(left) && Directory.EnumerateDirectories(left).Any());

        using var range = new HttpRequestMessage(HttpMethod.Get, files["Three-facts.mp4"]) { Headers = { Range = new RangeHeaderValue(4, 11) } };
        using var part = await server.Client.SendAsync(range, Token);
        Assert.Equal((HttpStatusCode.PartialContent, "video/mp4"), (part.StatusCode, part.Content.Headers.ContentType!.MediaType));
        Assert.Equal("ftyp", Encoding.ASCII.GetString(await part.Content.ReadAsByteArrayAsync(Token))[..4]);
    }

    [Fact(Timeout = Limit)]
    public async Task A_form_with_a_file_and_a_row_of_data_are_ways_in_too()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent("Just a text. Nothing more."u8.ToArray()), "script", "note.txt" },
            { new StringContent("720x1280@30"), "pictureFormat" },
        };

        using var sent = await server.Client.PostAsync("/api/v1/jobs", form, Token);
        var job = await sent.Content.ReadFromJsonAsync<JsonElement>(Token);
        var filled = await server.SubmitAsync("# {{animal}}\n\nThe {{animal}} says {{sound}}.", new { row = new { animal = "Cow", sound = "moo" } });

        Assert.Equal("done", ServerProgram.StateOf(await server.WaitForEndAsync(job.GetProperty("id").GetString()!)));
        Assert.Equal("Cow", filled.GetProperty("title").GetString());
        Assert.Contains("The Cow says moo.", await server.Client.GetStringAsync($"/api/v1/jobs/{filled.GetProperty("id").GetString()}/script", Token), StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task The_same_key_is_the_same_job_and_other_content_with_it_is_refused()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);

        var jobs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.SubmitAsync(Hello, key: "monday")));
        using var other = await server.SendAsync(Hello + " And nine brains.", key: "monday");

        Assert.Single(jobs.Select(job => job.GetProperty("id").GetString()).Distinct());
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal(1, (await server.GetAsync("/api/v1/jobs")).GetProperty("items").GetArrayLength());
    }

    [Theory(Timeout = Limit)]
    [InlineData("---\nvoice: nobody:none\n---\n", "says nothing", 4)]
    [InlineData("   ", "there is no script", null)]
    [InlineData("---\ncolour: red\n---\n\nHello.", "colour", 2)]
    public async Task What_cannot_be_made_is_refused_at_once_with_line_and_advice(string script, string mentions, int? line)
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);

        using var response = await server.SendAsync(script);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains(mentions, problem.GetProperty("detail").GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(shorts.Folder, problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(line, problem.TryGetProperty("line", out var told) ? told.GetInt32() : null);
        Assert.Equal(0, (await server.GetAsync("/api/v1/jobs")).GetProperty("items").GetArrayLength());
    }

    [Theory(Timeout = Limit)]
    [InlineData("GET", "/api/v1/jobs/nothing", 404)]
    [InlineData("POST", "/api/v1/jobs/nothing/cancel", 404)]
    [InlineData("DELETE", "/api/v1/jobs/nothing", 404)]
    [InlineData("GET", "/api/v1/jobs?state=lost", 400)]
    [InlineData("GET", "/api/v1/jobs?limit=100000", 400)]
    [InlineData("GET", "/api/v1/nothing", 404)]
    public async Task What_is_not_there_is_told_as_a_problem(string method, string path, int status)
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);

        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await server.Client.SendAsync(request, Token);

        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact(Timeout = Limit)]
    public async Task A_running_job_is_called_off_with_its_children_and_can_be_made_again_and_forgotten()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);
        var id = (await server.SubmitAsync(Long, new { pictureFormat = "1080x1920@30" })).GetProperty("id").GetString()!;
        await server.WaitAsync(id, job => job.TryGetProperty("stage", out var stage) && stage.GetString() is "compositing");

        using (await server.Client.PostAsync($"/api/v1/jobs/{id}/cancel", content: null, Token))
        {
            var cancelled = await server.WaitForEndAsync(id);
            Assert.Equal("cancelled", ServerProgram.StateOf(cancelled));
            Assert.Equal(0, cancelled.GetProperty("files").GetArrayLength());
        }

        Assert.Empty(shorts.ChildrenOf("ffmpeg"));
        using (await server.Client.PostAsync($"/api/v1/jobs/{id}/retry", content: null, Token))
        {
            var done = await server.WaitForEndAsync(id);
            Assert.Equal(("done", 2), (ServerProgram.StateOf(done), done.GetProperty("attempt").GetInt32()));
        }

        using var deleted = await server.Client.DeleteAsync($"/api/v1/jobs/{id}", Token);
        using var gone = await server.Client.GetAsync($"/api/v1/jobs/{id}", Token);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (deleted.StatusCode, gone.StatusCode));
        Assert.False(Directory.Exists(Path.Combine(ArtifactsOf(shorts), id)));
    }

    [Fact(Timeout = Limit)]
    public async Task Higher_priority_is_begun_first_and_among_equals_who_came_first()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts, "--jobs", "1");
        var first = await IdAsync(server, Long);
        await server.WaitAsync(first, job => ServerProgram.StateOf(job) is "running");
        var low = await IdAsync(server, Hello + " Low.", new { priority = 1 });
        var plain = await IdAsync(server, Hello + " Plain.");
        var second = await IdAsync(server, Hello + " Plain, too.");
        var raised = await IdAsync(server, Hello + " Raised.", new { priority = 0 });
        using var patched = await server.Client.PatchAsJsonAsync($"/api/v1/jobs/{raised}", new { priority = 9 }, Token);

        var ended = new List<(string Id, DateTimeOffset Started)>();
        foreach (var id in (string[])[first, low, plain, second, raised])
        {
            ended.Add((id, (await server.WaitForEndAsync(id)).GetProperty("startedAt").GetDateTimeOffset()));
        }

        Assert.Equal([first, raised, plain, second, low], ended.OrderBy(job => job.Started).Select(job => job.Id));
    }

    [Fact(Timeout = Limit)]
    public async Task A_job_whose_server_was_killed_is_finished_by_the_next_one_and_nothing_of_the_first_is_left()
    {
        using var shorts = new ShortsProgram();
        string id, waiting;
        await using (var killed = await ServerProgram.StartAsync(shorts, "--jobs", "1"))
        {
            id = await IdAsync(killed, Long, new { pictureFormat = "1080x1920@30" });
            waiting = await IdAsync(killed, Hello);
            await killed.WaitAsync(id, job => job.TryGetProperty("stage", out var stage) && stage.GetString() is "compositing");
            await killed.KillAsync();
        }

        await Task.Delay(TimeSpan.FromSeconds(2), Token);
        Assert.Empty(shorts.ChildrenOf("ffmpeg"));
        await using var server = await ServerProgram.StartAsync(shorts, "--jobs", "1");
        var done = await server.WaitForEndAsync(id);

        Assert.Equal(("done", 2), (ServerProgram.StateOf(done), done.GetProperty("attempt").GetInt32()));
        Assert.Equal(["2"], Directory.EnumerateDirectories(Path.Combine(ArtifactsOf(shorts), id)).Select(Path.GetFileName));
        Assert.Equal(("done", 1), (ServerProgram.StateOf(await server.WaitForEndAsync(waiting)), (await server.JobAsync(waiting)).GetProperty("attempt").GetInt32()));
        using var manifest = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/jobs/{id}/files/A-long-one.json", Token));
        var speech = manifest.RootElement.GetProperty("stages").EnumerateArray().First();
        Assert.Equal(speech.GetProperty("parts").GetInt32(), speech.GetProperty("cachedParts").GetInt32());
    }

    [Fact(Timeout = Limit)]
    public async Task A_job_that_kills_its_worker_each_time_fails_as_poison()
    {
        using var shorts = new ShortsProgram();
        string? id = null;
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await using var killed = await ServerProgram.StartAsync(shorts, "--set", "Server:MaxAttempts=2");
            id ??= await IdAsync(killed, Long);
            await killed.WaitAsync(id, job => ServerProgram.StateOf(job) is "running" && job.GetProperty("attempt").GetInt32() == attempt);
            await killed.KillAsync();
        }

        await using var server = await ServerProgram.StartAsync(shorts, "--set", "Server:MaxAttempts=2");
        var failed = await server.WaitForEndAsync(id!);

        Assert.Equal(("failed", "poison"), (ServerProgram.StateOf(failed), failed.GetProperty("failure").GetProperty("kind").GetString()));
    }

    [Fact(Timeout = Limit)]
    public async Task A_server_that_is_asked_to_stop_hands_its_job_back_and_that_is_no_loss()
    {
        using var shorts = new ShortsProgram();
        string id;
        await using (var stopped = await ServerProgram.StartAsync(shorts, "--set", "Server:DrainLimit=00:00:00", "--set", "Server:MaxAttempts=1"))
        {
            id = await IdAsync(stopped, Long, new { pictureFormat = "1080x1920@30" });
            await stopped.WaitAsync(id, job => job.TryGetProperty("stage", out var stage) && stage.GetString() is "compositing");
            Assert.Equal(0, await stopped.StopAsync());
        }

        Assert.Empty(shorts.Leftovers());
        await using var server = await ServerProgram.StartAsync(shorts, "--set", "Server:MaxAttempts=1");
        Assert.Equal("done", ServerProgram.StateOf(await server.WaitForEndAsync(id)));
    }

    [Fact(Timeout = Limit)]
    public async Task A_server_that_is_asked_to_stop_finishes_what_is_soon_done()
    {
        using var shorts = new ShortsProgram();
        await using var stopped = await ServerProgram.StartAsync(shorts);
        var id = await IdAsync(stopped, Hello);
        await stopped.WaitAsync(id, job => ServerProgram.StateOf(job) is "running");

        Assert.Equal(0, await stopped.StopAsync());

        await using var server = await ServerProgram.StartAsync(shorts);
        Assert.Equal(("done", 1), (ServerProgram.StateOf(await server.JobAsync(id)), (await server.JobAsync(id)).GetProperty("attempt").GetInt32()));
    }

    [Fact(Timeout = Limit)]
    public async Task With_a_full_disk_jobs_wait_and_it_is_said_why()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts, "--set", "Server:DiskFloor=1000000000000");
        var id = await IdAsync(server, Hello);
        await Task.Delay(TimeSpan.FromSeconds(3), Token);

        Assert.Equal("queued", ServerProgram.StateOf(await server.JobAsync(id)));
        Assert.Contains("the floor is", (await server.GetAsync("/api/v1/system")).GetProperty("paused").GetString(), StringComparison.Ordinal);
        Assert.Contains("the floor is", await server.Client.GetStringAsync("/readyz", Token), StringComparison.Ordinal);
        Assert.Equal("paused", (await server.GetAsync("/api/v1/workers"))[0].GetProperty("state").GetString());
    }

    [Fact(Timeout = Limit)]
    public async Task Two_servers_on_one_folder_are_refused_and_so_is_a_port_that_is_taken()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);

        var second = await shorts.RunAsync("serve", "--port", "0");
        var third = await shorts.RunAsync("serve", "--port", server.Client.BaseAddress!.Port.ToString(), "--data", shorts.PathOf("elsewhere"));

        Assert.Equal((2, 2), (second.ExitCode, third.ExitCode));
        Assert.Contains("another server works on this folder", second.Error, StringComparison.Ordinal);
        Assert.Contains("--port", third.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Events_tell_each_change_as_it_happens()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);
        using var listening = await server.Client.GetAsync("/api/v1/events", HttpCompletionOption.ResponseHeadersRead, Token);
        using var events = new StreamReader(await listening.Content.ReadAsStreamAsync(Token));
        var id = await IdAsync(server, Hello);

        var states = new List<string>();
        while (!states.Contains("done") && await events.ReadLineAsync(Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal) && line.Contains(id, StringComparison.Ordinal))
            {
                states.Add(ServerProgram.StateOf(JsonDocument.Parse(line[6..]).RootElement));
            }
        }

        Assert.Equal("text/event-stream", listening.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["running", "done"], states.Where(state => state is not "queued").Distinct());
    }

    [Fact(Timeout = Limit)]
    public async Task Figures_for_monitoring_tell_of_jobs_stages_and_what_is_held_open()
    {
        using var shorts = new ShortsProgram();
        await using var server = await ServerProgram.StartAsync(shorts);
        await server.WaitForEndAsync(await IdAsync(server, Hello));
        await server.WaitForEndAsync(await IdAsync(server, "---\nbackground: nothing.mp4\n---\n\nThis one fails."));

        var figures = await server.Client.GetStringAsync("/metrics", Token);

        Assert.Matches(@"jobs_current\{[^}]*state=""done""[^}]*\} 1\n", figures);
        Assert.Matches(@"jobs_ended_total\{[^}]*failure=""input""[^}]*\} 1\n", figures);
        Assert.Matches(@"stages_duration_seconds_count\{[^}]*stage=""compositing""[^}]*\} 1\n", figures);
        Assert.Matches(@"resources_live\{[^}]*kind=""process""[^}]*\} 0\n", figures);
    }

    private static async Task<string> IdAsync(ServerProgram server, string script, object? overrides = null) =>
        (await server.SubmitAsync(script, overrides)).GetProperty("id").GetString()!;

    private static string ArtifactsOf(ShortsProgram shorts) => Path.Combine(shorts.Folder, "home", ".local", "share", "shortsfactory", "artifacts");
}
