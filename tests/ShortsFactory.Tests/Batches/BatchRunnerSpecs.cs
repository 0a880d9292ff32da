using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ShortsFactory.Batches;
using ShortsFactory.Caching;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Batches;

public sealed class BatchRunnerSpecs : IDisposable
{
    private const int Limit = 120_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("batch-run-").FullName;
    private readonly Step _step = new();

    [Fact(Timeout = Limit)]
    public async Task So_many_shorts_are_at_work_at_once_as_are_asked_for_and_each_fails_by_itself()
    {
        var status = await RunAsync(await PlanAsync(12), jobs: 3);

        Assert.Equal(3, _step.Most);
        Assert.Equal(BatchOutcome.Failed, status.Outcome);
        Assert.All(status.Shorts, made => Assert.Equal((BatchShortState.Failed, $"no {made.Number}."), (made.State, made.Error)));
    }

    [Fact(Timeout = Limit)]
    public async Task The_first_failure_stops_the_others_if_it_shall()
    {
        var status = await RunAsync(await PlanAsync(12), jobs: 2, failFast: true);

        Assert.Equal(BatchOutcome.GivenUp, status.Outcome);
        Assert.InRange(status.Count(BatchShortState.Failed), 1, 2);
        Assert.InRange(status.Count(BatchShortState.Waiting), 8, 11);
        Assert.Equal("givenUp", (await ReportAsync()).GetProperty("outcome").GetString());
    }

    [Fact(Timeout = Limit)]
    public async Task A_script_that_cannot_be_used_costs_no_work()
    {
        var plan = await PlanAsync(2);
        plan = plan with { Items = [plan.Items[0], plan.Items[1] with { Problem = new InvalidInputException("Broken.") { Advice = "Mend it." } }] };

        var status = await RunAsync(plan, jobs: 2);

        Assert.Equal(1, _step.Runs);
        Assert.Equal(("Broken.", "Mend it."), (status.Shorts[1].Error, status.Shorts[1].Advice));
    }

    [Fact(Timeout = Limit)]
    public async Task A_batch_that_is_stopped_says_what_became_of_each_and_leaves_nothing()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _step.Block = true;
        stop.CancelAfter(TimeSpan.FromSeconds(1));

        var status = await RunAsync(await PlanAsync(6), jobs: 2, cancellationToken: stop.Token);

        Assert.Equal(BatchOutcome.Interrupted, status.Outcome);
        Assert.Equal((2, 4), (status.Count(BatchShortState.Stopped), status.Count(BatchShortState.Waiting)));
        var report = await ReportAsync();
        Assert.Equal("interrupted", report.GetProperty("outcome").GetString());
        Assert.Equal(6, report.GetProperty("open").GetInt32());
        Assert.Equal(["report.html", "report.json"], Directory.EnumerateFileSystemEntries(Path.Combine(_folder, "out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact(Timeout = Limit)]
    public async Task The_report_is_there_and_true_while_the_batch_is_at_work()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _step.Block = true;
        var running = RunAsync(await PlanAsync(6), jobs: 2, cancellationToken: stop.Token);

        JsonElement report;
        do
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            report = File.Exists(Path.Combine(_folder, "out", "report.json")) ? await ReportAsync() : default;
        }
        while (report.ValueKind != JsonValueKind.Object || States(report).Count(state => state == "working") < 2);

        Assert.Equal("working", report.GetProperty("outcome").GetString());
        Assert.Equal(4, States(report).Count(state => state == "waiting"));
        await stop.CancelAsync();
        await running;
    }

    [Fact(Timeout = Limit)]
    public async Task A_place_for_the_report_that_cannot_be_written_to_is_told_before_the_work()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "out"), "a file", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidInputException>(async () => await RunAsync(await PlanAsync(2), jobs: 2));

        Assert.Equal(0, _step.Runs);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string?> States(JsonElement report) => report.GetProperty("shorts").EnumerateArray().Select(made => made.GetProperty("state").GetString());

    private async Task<BatchPlan> PlanAsync(int count)
    {
        List<BatchItem> items = [];
        for (var number = 1; number <= count; number++)
        {
            var script = Path.Combine(_folder, $"{number}.md");
            await File.WriteAllTextAsync(script, "Hello.", TestContext.Current.CancellationToken);
            items.Add(new BatchItem
            {
                Number = number,
                Name = $"{number}",
                Source = script,
                Title = $"{number}",
                Request = new ShortRequest { ScriptPath = script, OutputPath = Path.Combine(_folder, "out", $"{number}.mp4") },
            });
        }

        return new BatchPlan { OutputDirectory = Path.Combine(_folder, "out"), Items = items };
    }

    private async Task<BatchStatus> RunAsync(BatchPlan plan, int jobs, bool failFast = false, CancellationToken? cancellationToken = null)
    {
        await using var scopes = new ResourceScopes(new ResourceOptions(), TimeProvider.System, NullLogger<ResourceScopes>.Instance);
        var cache = new ResultCache(Options.Create(new CacheOptions { Enabled = false }), TimeProvider.System, NullLogger<ResultCache>.Instance);
        var tools = new ToolVersions([]);
        var pipeline = new ShortPipeline(
            scopes, [_step], tools, cache, Options.Create(new PipelineOptions()), TimeProvider.System, NullLogger<ShortPipeline>.Instance);
        var runner = new BatchRunner(pipeline, scopes, tools, cache, TimeProvider.System, NullLogger<BatchRunner>.Instance);
        var settings = new BatchSettings { Jobs = jobs, FailFast = failFast, ReportPath = Path.Combine(_folder, "out", "report.html") };
        var status = await runner.RunAsync(plan, settings, new NoWatch(), cancellationToken ?? TestContext.Current.CancellationToken);
        Assert.Equal(0, scopes.Usage.Leaked);
        Assert.Empty(Directory.EnumerateDirectories(scopes.WorkDirectory));
        return status;
    }

    private async Task<JsonElement> ReportAsync()
    {
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "out", "report.json"), TestContext.Current.CancellationToken));
        return report.RootElement.Clone();
    }

    private sealed class NoWatch : IBatchWatch
    {
        public void Report(BatchShort changed, bool isNewState, Func<BatchStatus> read)
        {
            // Nobody looks.
        }
    }

    /// <summary>A stage that fails with its short's number, after a while.</summary>
    private sealed class Step : IStage
    {
        private readonly Lock _lock = new();
        private int _now;

        public int Most { get; private set; }

        public int Runs { get; private set; }

        public bool Block { get; set; }

        public StageName Name => StageName.Speech;

        public async Task<Short> RunAsync(Short draft, StageContext context, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                Runs++;
                Most = Math.Max(Most, ++_now);
            }

            try
            {
                await using var file = context.Scope.CreateFile("half-done.bin");
                await Task.Delay(Block ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(100), cancellationToken);
                throw new InvalidInputException($"no {draft.Script.Title}.");
            }
            finally
            {
                lock (_lock)
                {
                    _now--;
                }
            }
        }
    }
}
