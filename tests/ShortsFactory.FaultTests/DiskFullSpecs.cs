namespace ShortsFactory.FaultTests;

/// <summary>Disks that are too small for a short, or run full while it is made.</summary>
public sealed class DiskFullSpecs(Undisturbed undisturbed, ITestOutputHelper output) : IClassFixture<Undisturbed>
{
    private const int Limit = 600_000;
    private const int Points = 10;

    [Theory(Timeout = Limit)]
    [InlineData("work", "the temporary files of this script")]
    [InlineData("out", "the video")]
    public async Task A_disk_that_is_too_small_is_told_before_any_work_with_what_is_needed(string folder, string purpose)
    {
        using var shorts = Prepared();

        var outcome = await RunAsync(shorts, folder, "3m", fillAfter: null);

        outcome.MustBe(1);
        Assert.Contains($"The disk of '{shorts.PathOf(folder)}' is full (", outcome.Error, StringComparison.Ordinal);
        Assert.Matches($@"MB free, about \d+ MB needed\): there is no room for {purpose}\.", outcome.Error);
        Assert.Contains("Make room there and run the same command again", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Left(shorts));
        Assert.False(Directory.Exists(shorts.Cache) && Directory.EnumerateFiles(shorts.Cache, "speech-*").Any());
    }

    [Theory(Timeout = Limit)]
    [InlineData("work")]
    [InlineData("out")]
    public async Task A_disk_that_runs_full_in_the_middle_is_told_and_what_was_finished_is_used_when_there_is_room(string folder)
    {
        output.WriteLine($"{folder}: {Points} points, seed {Sweep.Seed}");
        var (failed, used) = (0, 0);
        foreach (var moment in Sweep.Moments(Points))
        {
            using var shorts = Prepared();
            var outcome = await RunAsync(shorts, folder, "60m", undisturbed.Duration * moment);
            Assert.DoesNotContain(Left(shorts), name => folder == "work" || !name.StartsWith("short.", StringComparison.Ordinal));
            await Remains.MustGoAsync(shorts);
            if (outcome.ExitCode != 0)
            {
                failed++;
                outcome.MustBe(1);
                Assert.True(outcome.Error.Contains("The disk of '", StringComparison.Ordinal) && outcome.Error.Contains("' is full", StringComparison.Ordinal), outcome.Error);
                Assert.DoesNotContain("   at ShortsFactory", outcome.Error, StringComparison.Ordinal);
            }

            (await shorts.RunAsync(["make", .. Undisturbed.Arguments])).MustBe(0);
            await undisturbed.MustEqualAsync(shorts);
            used += (await Undisturbed.ManifestAsync(shorts)).GetProperty("stages").EnumerateArray().Sum(stage => stage.GetProperty("cachedParts").GetInt32());
        }

        output.WriteLine($"{folder}: {failed} of {Points} runs met a full disk, {used} finished results were used again");
        Assert.InRange(failed, 1, Points);
        Assert.InRange(used, 1, int.MaxValue);
    }

    [Fact(Timeout = Limit)]
    public async Task A_cache_on_a_full_disk_costs_a_warning_and_not_the_video()
    {
        using var shorts = Prepared();
        Directory.CreateDirectory(shorts.Cache);

        var outcome = await RunAsync(shorts, Path.GetRelativePath(shorts.Folder, shorts.Cache), "100k", fillAfter: null);

        outcome.MustBe(0);
        Assert.Contains("cannot be written to, so this run's results are not kept", outcome.Error, StringComparison.Ordinal);
        await undisturbed.MustEqualAsync(shorts);
        await Remains.MustGoAsync(shorts);
    }

    private static ShortsProgram Prepared()
    {
        var shorts = new ShortsProgram();
        shorts.Write("short.txt", Undisturbed.Script);
        Directory.CreateDirectory(shorts.PathOf("out"));
        return shorts;
    }

    private static string[] Left(ShortsProgram shorts) => SmallDisk.Left(shorts);

    private static Task<Outcome> RunAsync(ShortsProgram shorts, string folder, string size, TimeSpan? fillAfter) =>
        SmallDisk.RunAsync(shorts, folder, size, fillAfter, ["make", .. Undisturbed.Arguments]);
}
