using System.Diagnostics;

namespace ShortsFactory.FaultTests;

/// <summary>What is left of a run, seen from outside.</summary>
internal static class Remains
{
    private static readonly TimeSpan ReapLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until no process, temporary directory, half-written file or lock of the folder's runs is left; fails after two seconds. Returns how long it took.</summary>
    public static async Task<TimeSpan> MustGoAsync(ShortsProgram shorts)
    {
        var started = Stopwatch.GetTimestamp();
        while (Of(shorts) is { Length: > 0 } left)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < ReapLimit, $"Left after {ReapLimit.TotalSeconds} s:\n{string.Join('\n', left)}");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }

        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Beside the outputs as well: everything there that does not have an output's name.</summary>
    public static string[] Of(ShortsProgram shorts) =>
    [
        .. shorts.ChildrenOf(""),
        .. Directory.Exists(shorts.Work) ? shorts.Leftovers() : [],
        .. Undisturbed.Outputs(shorts).Where(name => !name.StartsWith("short.", StringComparison.Ordinal)),
    ];
}
