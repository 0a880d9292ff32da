using System.Diagnostics;

namespace ShortsFactory.FaultTests;

public sealed class CrowdSpecs(Undisturbed undisturbed) : IClassFixture<Undisturbed>
{
    private const int Kill = 9;
    private const int Limit = 600_000;

    [Fact(Timeout = Limit)]
    public async Task Of_eight_runs_at_once_four_are_killed_and_the_other_four_deliver()
    {
        var folders = Enumerable.Range(0, 8).Select(_ => new ShortsProgram()).ToArray();
        var work = folders[0].Work;
        try
        {
            var random = new Random(Sweep.Seed);
            var delays = folders.Select(_ => undisturbed.Duration * (0.5 + random.NextDouble() * 2)).ToArray();

            // All in one work directory and over one cache, so that what one run removes could be another's.
            var runs = folders.Select((shorts, number) =>
            {
                shorts.Write("short.txt", Undisturbed.Script);
                string[] arguments = ["make", .. Undisturbed.Arguments, "--work", work, "--set", $"Cache:Directory={folders[0].Cache}"];
                return number % 2 == 0 ? shorts.RunAsync(arguments) : shorts.SignalAfterAsync(Kill, delays[number], arguments);
            }).ToArray();
            var outcomes = await Task.WhenAll(runs);

            await Remains.MustGoAsync(folders[0]);
            foreach (var (number, shorts) in folders.Index())
            {
                if (number % 2 == 0)
                {
                    outcomes[number].MustBe(0);
                    await undisturbed.MustEqualAsync(shorts);
                }
                else
                {
                    Assert.True(outcomes[number].ExitCode is 0 or 128 + Kill, outcomes[number].Error);
                    await undisturbed.MustEqualSoFarAsync(shorts);
                }

                Assert.Empty(Remains.Of(shorts));
            }
        }
        finally
        {
            Array.ForEach(folders, shorts => shorts.Dispose());
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Four_runs_that_write_the_same_output_take_turns_and_each_says_what_it_waits_for()
    {
        using var shorts = new ShortsProgram();
        shorts.Write("short.txt", Undisturbed.Script);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => shorts.RunAsync(["make", .. Undisturbed.Arguments])));

        Assert.All(outcomes, outcome => outcome.MustBe(0));
        Assert.InRange(outcomes.Count(outcome => outcome.Error.Contains("is being written by", StringComparison.Ordinal)), 1, 3);
        await undisturbed.MustEqualAsync(shorts);
        Assert.Empty(Remains.Of(shorts));
    }

    [Fact(Timeout = Limit)]
    public async Task A_run_that_may_not_wait_says_which_other_one_writes_its_output()
    {
        using var shorts = new ShortsProgram();
        shorts.Write("short.txt", string.Join("\n\n", Enumerable.Repeat(Undisturbed.Script, 20)));
        using var first = shorts.Start("make", "short.txt", "-o", "out/short.mp4", "--quiet");
        while (!Directory.Exists(shorts.PathOf("out")) || !Directory.EnumerateFiles(shorts.PathOf("out"), ".*.lock").Any())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var second = await shorts.RunAsync("make", "short.txt", "-o", "out/short.mp4", "--set", "Pipeline:OutputWaitLimit=00:00:00");

        second.MustBe(1);
        Assert.Contains($"(process {first.Id})", second.Error, StringComparison.Ordinal);
        Assert.Contains("shorts cancel", second.Error, StringComparison.Ordinal);
        first.Kill();
        await ShortsProgram.EndAsync(first);
        await Remains.MustGoAsync(shorts);
    }

    [Fact(Timeout = Limit)]
    public async Task When_the_reaper_is_killed_with_the_run_the_next_one_leaves_nothing_of_it()
    {
        using var shorts = new ShortsProgram();
        shorts.Write("short.txt", Undisturbed.Script);
        using var run = shorts.Start(["make", .. Undisturbed.Arguments]);
        await Task.Delay(undisturbed.Duration / 2, TestContext.Current.CancellationToken);
        var reaper = ReaperOf(shorts);
        Process.GetProcessById(reaper).Kill();
        run.Kill();
        await ShortsProgram.EndAsync(run);
        Assert.NotEmpty(shorts.Leftovers());

        (await shorts.RunAsync(["make", .. Undisturbed.Arguments])).MustBe(0);

        await undisturbed.MustEqualAsync(shorts);
        await Remains.MustGoAsync(shorts);
    }

    /// <summary>It has no mark, and is known by its arguments: the run's directory is one of them.</summary>
    private static int ReaperOf(ShortsProgram shorts) => Directory.EnumerateDirectories("/proc")
        .Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0)
        .Single(id => CommandOf(id) is [_, "-c", _, "shorts-reaper", _, var directory, ..] && directory.StartsWith(shorts.Work, StringComparison.Ordinal));

    private static string[] CommandOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Split('\0');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended while it was being looked at.
            return [];
        }
    }
}
