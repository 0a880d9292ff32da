using System.Diagnostics;
using System.Text.Json;

namespace ShortsFactory.FaultTests;

public sealed class KillSweepSpecs(Undisturbed undisturbed, ITestOutputHelper output) : IClassFixture<Undisturbed>
{
    private const int Terminate = 15;
    private const int Interrupt = 2;
    private const int Kill = 9;
    private const int Limit = 24 * 60 * 60 * 1_000;

    [Theory(Timeout = Limit)]
    [InlineData(Kill)]
    [InlineData(Terminate)]
    [InlineData(Interrupt)]
    public async Task A_run_that_is_stopped_at_any_moment_leaves_nothing_and_the_next_one_delivers_the_same(int signal)
    {
        output.WriteLine($"signal {signal}: {Sweep.Runs} moments, seed {Sweep.Seed}");
        var (stopped, resumed, slowest, duration) = (0, 0, TimeSpan.Zero, undisturbed.Duration);
        foreach (var moment in Sweep.Moments(Sweep.Runs))
        {
            using var shorts = new ShortsProgram();
            shorts.Write("short.txt", Undisturbed.Script);
            var started = Stopwatch.GetTimestamp();
            var ended = await shorts.SignalAfterAsync(signal, duration * moment, ["make", .. Undisturbed.Arguments]);
            if (ended.ExitCode == 0 && Stopwatch.GetElapsedTime(started) is var elapsed && elapsed < duration)
            {
                // The machine has become faster: later moments shall not come after the end as well.
                duration = elapsed;
            }

            var took = await Remains.MustGoAsync(shorts);
            slowest = took > slowest ? took : slowest;
            var finished = Kept(shorts);
            await undisturbed.MustEqualSoFarAsync(shorts);
            if (Undisturbed.Outputs(shorts).Contains("short.json", StringComparer.Ordinal))
            {
                // The manifest comes last: where it is, all is done, whatever became of the program after that.
                await undisturbed.MustEqualAsync(shorts);
                continue;
            }

            stopped++;
            Assert.True(ended.ExitCode == 128 + signal, $"moment {moment:0.000}: exit code {ended.ExitCode}\n{ended.Error}");
            (await shorts.RunAsync(["make", .. Undisturbed.Arguments])).MustBe(0);
            await undisturbed.MustEqualAsync(shorts);
            Assert.Empty(Remains.Of(shorts));
            resumed += MustUse(finished, await Undisturbed.ManifestAsync(shorts));
        }

        output.WriteLine($"signal {signal}: {stopped} stopped, all gone within {slowest.TotalMilliseconds:0} ms, {resumed} finished results used again, none made twice");
        Assert.InRange(stopped, Sweep.Runs / 4, Sweep.Runs);
    }

    /// <summary>How many results each step had finished.</summary>
    private static ILookup<string, string> Kept(ShortsProgram shorts) =>
        (Directory.Exists(shorts.Cache) ? Directory.EnumerateFiles(shorts.Cache, "*.tar") : [])
            .Select(path => Path.GetFileName(path)).ToLookup(name => name[..name.IndexOf('-', StringComparison.Ordinal)], StringComparer.Ordinal);

    /// <summary>Every sentence whose speech was finished is taken from there, and not made anew.</summary>
    private static int MustUse(ILookup<string, string> finished, JsonElement manifest)
    {
        var cached = manifest.GetProperty("stages").EnumerateArray().ToDictionary(stage => stage.GetProperty("name").GetString()!, stage => stage.GetProperty("cachedParts").GetInt32(), StringComparer.Ordinal);
        Assert.Equal(finished["speech"].Count(), cached["speech"]);
        // A finished video stands for the chunks and the sound that it was joined from.
        var used = finished.Contains("video") ? finished.Where(step => step.Key is not ("chunk" or "sound")) : finished;
        Assert.Equal(used.Sum(step => step.Count()), cached.Values.Sum());
        return cached.Values.Sum();
    }
}
