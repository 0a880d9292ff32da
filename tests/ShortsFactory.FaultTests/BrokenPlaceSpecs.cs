using System.Diagnostics;

namespace ShortsFactory.FaultTests;

/// <summary>What lies around the run goes wrong while it runs.</summary>
public sealed class BrokenPlaceSpecs(Undisturbed undisturbed) : IClassFixture<Undisturbed>
{
    private const int Limit = 600_000;
    private const int VanishingMoments = 6;

    private static readonly string Recogniser = Path.Combine(ShortsProgram.Root, "artifacts", "shorts", "shorts-recognizer");

    [Fact(Timeout = Limit)]
    public async Task A_work_directory_that_vanishes_is_told_and_the_next_run_delivers()
    {
        var failed = 0;
        foreach (var moment in Sweep.Moments(VanishingMoments))
        {
            using var shorts = Prepared();
            using var run = shorts.Start(["make", .. Undisturbed.Arguments]);
            await Task.Delay(undisturbed.Duration * moment, TestContext.Current.CancellationToken);
            Remove(shorts.Work);
            var outcome = await ShortsProgram.EndAsync(run);
            await Remains.MustGoAsync(shorts);
            if (outcome.ExitCode != 0)
            {
                failed++;
                outcome.MustBe(1);
                Assert.Contains("shorts: ", outcome.Error, StringComparison.Ordinal);
                Assert.DoesNotContain("fault of the program itself", outcome.Error, StringComparison.Ordinal);
            }

            (await shorts.RunAsync(["make", .. Undisturbed.Arguments])).MustBe(0);
            await undisturbed.MustEqualAsync(shorts);
        }

        Assert.InRange(failed, 1, VanishingMoments);
    }

    [Theory(Timeout = Limit)]
    [InlineData("work", "Temporary files cannot be kept in")]
    [InlineData("out", "the output folder cannot be written to")]
    public async Task A_place_that_cannot_be_written_to_is_told_before_any_work(string folder, string message)
    {
        using var shorts = Prepared();
        Directory.CreateDirectory(shorts.PathOf(folder));

        // Root may write anywhere but to a file system that is mounted so.
        string[] unshare = Environment.IsPrivilegedProcess ? ["unshare", "--mount"] : ["unshare", "--map-root-user", "--mount"];
        var outcome = await shorts.RunUnderAsync(
            [.. unshare, "sh", "-c", "mount -t tmpfs -o ro none \"$1\" || exit 99; shift; exec \"$@\"", "read-only", shorts.PathOf(folder)],
            ["make", .. Undisturbed.Arguments]);

        Assert.True(outcome.ExitCode is 1 or 2, $"{outcome.ExitCode}: {outcome.Error}");
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        await Remains.MustGoAsync(shorts);
        Assert.Empty(Undisturbed.Outputs(shorts));
    }

    [Theory(Timeout = Limit)]
    [InlineData(60, 1)]
    [InlineData(120, 1)]
    [InlineData(199, 1)]
    [InlineData(256, 0)]
    public async Task Too_few_open_files_are_told_and_not_crashed_on(int files, int exitCode)
    {
        using var shorts = Prepared();

        var outcome = await shorts.RunUnderAsync(["prlimit", $"--nofile={files}"], ["make", .. Undisturbed.Arguments]);

        outcome.MustBe(exitCode);
        Assert.Equal(exitCode != 0, outcome.Error.Contains($"may open only {files} files at once", StringComparison.Ordinal));
        await Remains.MustGoAsync(shorts);
    }

    [Fact(Timeout = Limit)]
    public async Task A_model_that_is_deleted_during_the_run_is_a_named_error_and_nothing_is_left()
    {
        using var shorts = Prepared();
        var home = CopyOfHome(shorts);

        // When the recogniser starts, the model has been looked through already; it is opened a moment later.
        FakeTool.Place(shorts, "recogniser", $"rm -rf '{home}/models/vosk-model-en-tts/graph'; exec '{Recogniser}' \"$@\"");

        var outcome = await shorts.RunProgramAsync(
            Path.Combine(home, "artifacts", "shorts", "shorts"), ["make", .. Undisturbed.Arguments, "--set", $"Recognition:RecognizerPath={shorts.PathOf("bin/recogniser")}"]);

        outcome.MustBe(1);
        Assert.Contains("vosk-model-en-tts", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ShortsFactory", outcome.Error, StringComparison.Ordinal);
        await Remains.MustGoAsync(shorts);
    }

    [Fact(Timeout = Limit)]
    public async Task Times_of_files_that_lie_in_the_future_or_the_far_past_change_nothing()
    {
        using var shorts = Prepared();
        (await shorts.RunAsync(["make", .. Undisturbed.Arguments])).MustBe(0);
        foreach (var (number, entry) in Directory.EnumerateFiles(shorts.Cache).Index())
        {
            File.SetLastWriteTimeUtc(entry, number % 2 == 0 ? new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc) : DateTime.UnixEpoch);
        }

        (await shorts.RunAsync(["make", .. Undisturbed.Arguments])).MustBe(0);

        await undisturbed.MustEqualAsync(shorts);
        var stages = (await Undisturbed.ManifestAsync(shorts)).GetProperty("stages").EnumerateArray();
        Assert.All(stages, stage => Assert.Equal(stage.GetProperty("parts").GetInt32(), stage.GetProperty("cachedParts").GetInt32()));
        await Remains.MustGoAsync(shorts);
    }

    [Fact(Timeout = Limit)]
    public async Task A_recogniser_that_is_killed_once_is_restarted_and_the_video_is_the_same()
    {
        using var shorts = Prepared();
        FakeTool.Place(shorts, "recogniser", $"[ -e \"$0.crashed\" ] || {{ : > \"$0.crashed\"; kill -SEGV $$; }}\nexec '{Recogniser}' \"$@\"");

        (await shorts.RunAsync(["make", .. Undisturbed.Arguments, "--set", $"Recognition:RecognizerPath={shorts.PathOf("bin/recogniser")}"])).MustBe(0);

        Assert.True(File.Exists(shorts.PathOf("bin/recogniser.crashed")));
        await undisturbed.MustEqualAsync(shorts);
        await Remains.MustGoAsync(shorts);
    }

    private static ShortsProgram Prepared()
    {
        var shorts = new ShortsProgram();
        shorts.Write("short.txt", Undisturbed.Script);
        return shorts;
    }

    private static void Remove(string directory)
    {
        try
        {
            Directory.Delete(directory, recursive: true);
        }
        catch (IOException)
        {
            // The run wrote something into it at this very moment: most of it is gone all the same.
        }
    }

    /// <summary>The installed program with files of its own, so that they can be damaged.</summary>
    private static string CopyOfHome(ShortsProgram shorts)
    {
        var home = shorts.PathOf("installed");
        foreach (var part in (string[])["appsettings.json", "templates", "models", "artifacts/shorts", "artifacts/native"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(home, part))!);
            using var copy = Process.Start("cp", ["-r", Path.Combine(ShortsProgram.Root, part), Path.Combine(home, part)]);
            copy.WaitForExit();
            Assert.Equal(0, copy.ExitCode);
        }

        return home;
    }
}
