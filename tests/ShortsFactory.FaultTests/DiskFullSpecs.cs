namespace ShortsFactory.FaultTests;

/// <summary>
/// Disks of a few megabytes, in a mount namespace of the run's own (of its own user as well, for who is not root): nothing of
/// them is seen outside, and they go with the run.
/// </summary>
public sealed class DiskFullSpecs(Undisturbed undisturbed, ITestOutputHelper output) : IClassFixture<Undisturbed>
{
    private const int Limit = 600_000;
    private const int Points = 10;

    /// <summary>Arguments: the folder to be a small disk, its size, after how many seconds something else fills it (or never), where to list what is left, the command.</summary>
    private const string SmallDisk =
        """
        disk=$1 size=$2 delay=$3 list=$4; shift 4
        mount -t tmpfs -o "size=$size" none "$disk" || exit 99
        [ "$delay" = never ] || { sleep "$delay"; cat /dev/zero > "$disk/filler"; } >/dev/null 2>&1 &
        "$@"
        code=$?
        wait
        rm -f "$disk/filler"
        ls -A "$disk" > "$list"
        exit $code
        """;

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

    private static string[] Left(ShortsProgram shorts) => File.ReadAllLines(shorts.PathOf("left.txt"));

    private static async Task<Outcome> RunAsync(ShortsProgram shorts, string folder, string size, TimeSpan? fillAfter)
    {
        var delay = fillAfter is { } time ? FormattableString.Invariant($"{time.TotalSeconds:0.000}") : "never";
        string[] unshare = Environment.IsPrivilegedProcess ? ["unshare", "--mount"] : ["unshare", "--map-root-user", "--mount"];
        return await shorts.RunUnderAsync(
            [.. unshare, "sh", "-c", SmallDisk, "small-disk", shorts.PathOf(folder), size, delay, shorts.PathOf("left.txt")],
            ["make", .. Undisturbed.Arguments]);
    }
}
