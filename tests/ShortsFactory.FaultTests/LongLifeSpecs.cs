using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.FaultTests;

/// <summary>The product as a library, in a program that lives long: nothing may add up.</summary>
public sealed class LongLifeSpecs(ITestOutputHelper output)
{
    private const int Runs = 200;
    private const int Scripts = 25;

    [Fact(Timeout = 30 * 60 * 1_000)]
    public async Task Two_hundred_runs_in_one_process_leave_memory_handles_and_threads_as_they_were()
    {
        using var shorts = new ShortsProgram();
        var samples = new List<(double Memory, double Handles, double Threads)>();
        for (var run = 0; run < Runs; run++)
        {
            // Each script comes up eight times: made in full at first, from the cache later on.
            shorts.Write("short.txt", $"Number {run % Scripts}. It works.");
            var report = await MakeAsync(shorts);
            Assert.Equal((0, 0), (report.Leaked, report.CleanupFailures));
            samples.Add(Measure());
        }

        Assert.Empty(Remains.Of(shorts));
        var half = samples[(Runs / 2)..];
        MustBeFlat("managed memory", half.Select(sample => sample.Memory), most: 4_000_000);
        MustBeFlat("handles", half.Select(sample => sample.Handles), most: 4);
        MustBeFlat("threads", half.Select(sample => sample.Threads), most: 6);
    }

    private static async Task<ResourceReport> MakeAsync(ShortsProgram shorts)
    {
        var home = new Home { Directory = ShortsProgram.Root };
        var settings = new ConfigurationBuilder()
            .AddJsonFile(home.Settings)
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Resources:WorkDirectory"] = shorts.Work,
                ["Cache:Directory"] = shorts.Cache,
                ["Compositing:Background"] = "color:#203040",
                ["Recognition:RecognizerPath"] = Path.Combine(ShortsProgram.Root, "artifacts", "shorts", "shorts-recognizer"),
            })
            .Build();
        await using var services = new ServiceCollection().AddShortsFactory(settings, home).AddLogging().BuildServiceProvider();
        var request = new ShortRequest { ScriptPath = shorts.PathOf("short.txt"), OutputPath = shorts.PathOf("out/short.mp4") };
        var manifest = await services.GetRequiredService<ShortPipeline>().MakeAsync(request, new Progress<StageProgress>(), _ => { }, TestContext.Current.CancellationToken);
        return manifest.Resources;
    }

    private static (double Memory, double Handles, double Threads) Measure()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var self = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), ProcessFootprint.Now().Handles, self.Threads.Count);
    }

    /// <summary>The least-squares line through the values rises by no more than <paramref name="most"/> over all of them.</summary>
    private void MustBeFlat(string what, IEnumerable<double> values, double most)
    {
        var points = values.Index().Select(pair => (X: (double)pair.Index, Y: pair.Item)).ToArray();
        var (meanX, meanY) = (points.Average(point => point.X), points.Average(point => point.Y));
        var slope = points.Sum(point => (point.X - meanX) * (point.Y - meanY)) / points.Sum(point => (point.X - meanX) * (point.X - meanX));
        var rise = slope * points.Length;
        output.WriteLine(FormattableString.Invariant($"{what}: {meanY:0} on average, {rise:+0.0;-0.0} over the last {points.Length} runs"));
        Assert.InRange(rise, double.MinValue, most);
    }
}
