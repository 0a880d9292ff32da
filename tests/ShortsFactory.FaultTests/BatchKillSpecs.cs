using System.Text.Json;

namespace ShortsFactory.FaultTests;

public sealed class BatchKillSpecs(ITestOutputHelper output)
{
    private const int Kill = 9;
    private const int Shorts = 4;
    private const int Limit = 60 * 60 * 1_000;

    [Fact(Timeout = Limit)]
    public async Task A_batch_that_is_killed_at_any_moment_leaves_nothing_and_the_next_one_makes_only_the_rest()
    {
        var duration = await UndisturbedAsync();
        var (stopped, there) = (0, 0);
        foreach (var moment in Sweep.Moments(Math.Max(4, Sweep.Runs / 8)))
        {
            using var shorts = Write();
            var ended = await shorts.SignalAfterAsync(Kill, duration * moment, Arguments);

            await Remains.MustGoAsync(shorts);
            var made = Made(shorts);
            stopped += ended.ExitCode == 0 ? 0 : 1;
            there += made;
            (await shorts.RunAsync([.. Arguments, "--resume"])).MustBe(0);

            Assert.Equal(Shorts, Made(shorts));
            using var report = JsonDocument.Parse(await File.ReadAllTextAsync(shorts.PathOf("report.json"), TestContext.Current.CancellationToken));
            Assert.Equal((made, Shorts - made), (report.RootElement.GetProperty("unchanged").GetInt32(), report.RootElement.GetProperty("made").GetInt32()));
            Assert.Empty(Remains.Of(shorts));
        }

        output.WriteLine($"{stopped} batches of {Shorts} killed, {there} of their shorts were there and whole, none of these was made twice");
        Assert.InRange(stopped, 1, int.MaxValue);
    }

    private static string[] Arguments { get; } =
        ["batch", "s", "-o", "out", "--jobs", "2", "--quiet", "--report", "report.html", "--background", "color:#203040"];

    private static async Task<TimeSpan> UndisturbedAsync()
    {
        using var shorts = Write();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        (await shorts.RunAsync(Arguments)).MustBe(0);
        Assert.Equal(Shorts, Made(shorts));
        return System.Diagnostics.Stopwatch.GetElapsedTime(started);
    }

    private static ShortsProgram Write()
    {
        var shorts = new ShortsProgram();
        Directory.CreateDirectory(shorts.PathOf("s"));
        for (var number = 1; number <= Shorts; number++)
        {
            shorts.Write($"s/short.{number}.md", $"Number {number}.");
        }

        return shorts;
    }

    /// <summary>The manifest comes last: where it is, the short is whole.</summary>
    private static int Made(ShortsProgram shorts) => Undisturbed.Outputs(shorts).Count(name => name.EndsWith(".json", StringComparison.Ordinal));
}
