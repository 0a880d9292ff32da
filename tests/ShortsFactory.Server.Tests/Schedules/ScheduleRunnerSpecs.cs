using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Schedules;

namespace ShortsFactory.Server.Tests.Schedules;

public sealed class ScheduleRunnerSpecs
{
    private const string Script = "# The sea\n\nIt is deep.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_is_due_becomes_a_job_and_only_one()
    {
        await using var bench = await ServerBench.OpenAsync();
        var schedule = await bench.AddAsync(new Production { Script = Script, Voice = "flite:rms" });

        await bench.PassAsync(schedule, TimeSpan.FromMinutes(59));
        Assert.Empty(await bench.JobsAsync());

        await bench.PassAsync(schedule, TimeSpan.FromMinutes(1));
        await bench.PassAsync(schedule, TimeSpan.FromSeconds(1));
        Assert.Equal(["The sea"], await bench.JobsAsync());

        var job = Assert.Single(await bench.Get<JobStore>().ListAsync(null, null, 9, Token));
        Assert.Equal((OriginKind.Schedule, "facts"), (job.OriginKind, job.OriginName));
        Assert.Equal("flite:rms", (await bench.Get<JobStore>().FindOrderAsync(job.Id, Token))!.Voice);
        Assert.Equal(job.Id, Assert.Single(await bench.RunsAsync(schedule)).JobId);
    }

    [Fact]
    public async Task A_folder_is_a_queue_by_name_and_says_when_it_is_empty()
    {
        await using var bench = await ServerBench.OpenAsync();
        bench.Write("queue/b.md", "# Second\n\nTwo.");
        bench.Write("queue/a.txt", "One.");
        bench.Write("queue/c.json", """{"title": "Third", "text": "Three."}""");
        bench.Write("queue/.hidden.md", "# Hidden\n\nNo.");
        bench.Write("queue/picture.png", "no script");
        var schedule = await bench.AddAsync(new Production { Folder = Path.Combine(bench.Folder, "queue") });

        await bench.PassHoursAsync(schedule, 4);
        Assert.Equal(["a", "Second", "Third"], await bench.JobsAsync());
        var empty = (await bench.RunsAsync(schedule))[0];
        Assert.Equal(RunState.Empty, empty.State);
        Assert.Contains("nothing is left", empty.Reason);

        bench.Write("queue/aa.md", "# Late\n\nFour.");
        await bench.PassHoursAsync(schedule, 1);
        Assert.Equal(["a", "Second", "Third", "Late"], await bench.JobsAsync());
    }

    [Fact]
    public async Task A_table_gives_a_row_each_time_and_rows_may_be_added_and_sorted_meanwhile()
    {
        await using var bench = await ServerBench.OpenAsync();
        var table = bench.Write("quotes.csv", "quote,author\nBe brief.,Ada\nBe bold.,Bob\n");
        var schedule = await bench.AddAsync(new Production { Table = table, Script = "---\ntitle: \"{{author}}\"\n---\n{{quote}}" });

        await bench.PassHoursAsync(schedule, 1);
        bench.Write("quotes.csv", "author,quote\nCy,Be calm.\nBob,Be bold.\nAda,Be brief.\n");
        await bench.PassHoursAsync(schedule, 3);

        Assert.Equal(["Ada", "Cy", "Bob"], await bench.JobsAsync());
        Assert.Equal([RunState.Empty, RunState.Submitted, RunState.Submitted, RunState.Submitted], (await bench.RunsAsync(schedule)).Select(run => run.State));
    }

    [Fact]
    public async Task A_script_that_cannot_be_used_is_told_on_the_run_and_made_once_it_is_mended()
    {
        await using var bench = await ServerBench.OpenAsync();
        bench.Write("queue/a.md", "# Bad\n\n| a | table |\n|---|---|\n| is | none |");
        bench.Write("queue/b.md", "# Good\n\nYes.");
        var schedule = await bench.AddAsync(new Production { Folder = Path.Combine(bench.Folder, "queue") });

        await bench.PassHoursAsync(schedule, 2);
        var failed = (await bench.RunsAsync(schedule))[1];
        Assert.Equal((RunState.Failed, "a.md"), (failed.State, failed.Item));
        Assert.StartsWith("line 3: ", failed.Reason);
        Assert.Equal(["Good"], await bench.JobsAsync());

        bench.Write("queue/a.md", "# Mended\n\nYes.");
        await bench.PassHoursAsync(schedule, 2);
        Assert.Equal(["Good", "Mended"], await bench.JobsAsync());
    }

    [Theory]
    [InlineData("skip", 0)]
    [InlineData("once", 1)]
    [InlineData("all", 5)]
    public async Task What_was_missed_while_no_server_ran_is_made_up_for_as_the_policy_says(string policy, int jobs)
    {
        await using var bench = await ServerBench.OpenAsync();
        var schedule = await bench.AddAsync(new Production { Script = Script }, ServerBench.Hourly with { Missed = Enum.Parse<MissedRunPolicy>(policy, ignoreCase: true) });

        await bench.PassAsync(schedule, TimeSpan.FromMinutes(330));

        Assert.Equal(jobs, (await bench.JobsAsync()).Length);
        Assert.Equal(jobs < 5, (await bench.RunsAsync(schedule)).Any(run => run.State is RunState.Missed && run.Reason!.Contains("missed")));
        await bench.PassAsync(schedule, TimeSpan.FromMinutes(30));
        Assert.Equal(jobs + 1, (await bench.JobsAsync()).Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_process_that_dies_before_or_after_handing_in_loses_nothing_and_makes_nothing_twice(bool isHandedIn)
    {
        var folder = Directory.CreateTempSubdirectory("schedules-").FullName;
        var dying = await ServerBench.OpenAsync(folder);
        dying.Write("queue/a.md", "# First\n\nOne.");
        dying.Write("queue/b.md", "# Second\n\nTwo.");
        var schedule = await dying.AddAsync(new Production { Folder = Path.Combine(folder, "queue") });
        await dying.PassHoursAsync(schedule, 1);

        // What the process leaves that dies there: the run is noted, the rest is not; and the file is edited before the next one starts.
        var run = Assert.Single(await dying.RunsAsync(schedule));
        var submission = new JobSubmission
        {
            Order = new JobOrder { Script = "# First\n\nOne.", Format = ScriptFormat.Md, BaseDirectory = Path.Combine(folder, "queue") },
            Name = "a",
            IdempotencyKey = run.IdempotencyKey,
            OriginKind = OriginKind.Schedule,
            OriginName = "facts",
        };
        await dying.Get<ScheduleStore>().ChangeRunAsync(run with { State = RunState.Claimed, JobId = null, Submission = submission }, Token);
        await dying.Get<ScheduleStore>().ChangeAsync(schedule, Token);
        if (!isHandedIn)
        {
            await dying.Get<JobService>().CancelAsync(run.JobId!, Token);
            await dying.Get<JobService>().DeleteAsync(run.JobId!, Token);
        }

        await dying.AbandonAsync();
        await using var next = await ServerBench.OpenAsync(folder);
        next.Write("queue/a.md", "# Edited\n\nOne.");
        next.Clock.Advance(TimeSpan.FromHours(1));
        await next.Get<ScheduleRunner>().RunAsync(schedule.Id, Token);

        Assert.Equal(["First"], await next.JobsAsync());
        var ended = Assert.Single(await next.RunsAsync(schedule));
        Assert.Equal(RunState.Submitted, ended.State);
        Assert.Equal(isHandedIn, string.Equals(run.JobId, ended.JobId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_servers_that_wake_at_once_start_each_run_once()
    {
        await using var bench = await ServerBench.OpenAsync();
        foreach (var number in Enumerable.Range(1, 12))
        {
            bench.Write($"queue/{number:00}.md", $"# Number {number:00}\n\nText.");
        }

        var schedule = await bench.AddAsync(new Production { Folder = Path.Combine(bench.Folder, "queue") }, ServerBench.Hourly with { Missed = MissedRunPolicy.All });
        bench.Clock.Advance(TimeSpan.FromHours(8));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => bench.Get<ScheduleRunner>().RunAsync(schedule.Id, Token))));

        Assert.Equal(Enumerable.Range(1, 8).Select(number => $"Number {number:00}"), (await bench.JobsAsync()).Order());
    }

    [Fact]
    public async Task A_paused_schedule_rests_and_what_would_have_been_due_is_not_made_up_for()
    {
        await using var bench = await ServerBench.OpenAsync();
        var schedule = await bench.AddAsync(new Production { Script = Script }, ServerBench.Hourly with { Missed = MissedRunPolicy.All });

        var paused = await bench.Schedules.PauseAsync(schedule, Token);
        await bench.PassHoursAsync(schedule, 3);
        await bench.Schedules.ResumeAsync(paused, Token);
        await bench.PassHoursAsync(schedule, 1);

        Assert.Single(await bench.JobsAsync());
    }

    [Fact]
    public async Task Run_now_takes_the_next_item_even_while_paused_and_planned_runs_go_on_after_it()
    {
        await using var bench = await ServerBench.OpenAsync();
        bench.Write("queue/a.md", "# First\n\nOne.");
        bench.Write("queue/b.md", "# Second\n\nTwo.");
        var schedule = await bench.AddAsync(new Production { Folder = Path.Combine(bench.Folder, "queue") });
        var paused = await bench.Schedules.PauseAsync(schedule, Token);

        var run = await bench.Schedules.RunNowAsync(paused, Token);
        Assert.Equal((RunState.Submitted, "a.md"), (run.State, run.Item));

        await bench.Schedules.ResumeAsync(paused, Token);
        await bench.PassHoursAsync(schedule, 1);
        Assert.Equal(["First", "Second"], await bench.JobsAsync());
    }
}
