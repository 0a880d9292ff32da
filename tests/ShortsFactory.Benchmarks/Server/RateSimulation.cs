using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Benchmarks.Server;

/// <summary>The real queue, on PostgreSQL with four workers, at 10,000 jobs an hour that arrive at random; only the making of a short is replaced by a wait.</summary>
internal static class RateSimulation
{
    public const string WorkerCommand = "rate-worker";

    private const double JobsPerHour = 10_000;
    private const int Workers = 4;

    /// <summary>64 shorts at once in all; the load keeps 56 of these busy on average.</summary>
    private const int Slots = 16;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(3);

    public static async Task<int> RunAsync(string database)
    {
        var folder = Directory.CreateTempSubdirectory("shorts-rate-").FullName;
        await using var server = await ServerBenchmark.StartAsync(folder, database, ServerBenchmark.Paused, isWorker: false, Slots, services => services.AddSingleton<IShortMaker, SleepingMaker>());
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        Process[] workers = [.. Enumerable.Range(0, Workers).Select(_ => Process.Start(Environment.ProcessPath!, [WorkerCommand, database, folder]))];
        await Task.Delay(TimeSpan.FromSeconds(10));
        var (submits, ids) = await ArriveAsync(client);
        var waits = new List<double>();
        foreach (var id in ids)
        {
            waits.Add(await WaitOfAsync(client, id));
        }

        Tell("submit", submits);
        Tell("wait in the queue", waits);
        Console.WriteLine($"{ids.Count} jobs in {Length.TotalMinutes:0} min: {ids.Count / Length.TotalHours:0} an hour, on {Workers} workers of {Slots}");
        Array.ForEach(workers, worker => worker.Kill());
        await server.StopAsync();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    public static async Task<int> WorkAsync(string database, string folder)
    {
        await using var worker = await ServerBenchmark.StartAsync(folder, database, floor: "0", isWorker: true, Slots, services => services.AddSingleton<IShortMaker, SleepingMaker>());
        await worker.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<(List<double> Submits, List<string> Ids)> ArriveAsync(HttpClient client)
    {
        var (random, submits, ids, started) = (new Random(1), new List<double>(), new List<string>(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(started) < Length)
        {
            // Arrivals that know nothing of each other: exponential pauses between them.
            await Task.Delay(TimeSpan.FromHours(-Math.Log(1 - random.NextDouble()) / JobsPerHour));
            var sent = Stopwatch.GetTimestamp();
            using var response = (await client.PostAsJsonAsync("/api/v1/jobs", new { script = "A job." })).EnsureSuccessStatusCode();
            submits.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            ids.Add((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
        }

        return (submits, ids);
    }

    private static async Task<double> WaitOfAsync(HttpClient client, string id)
    {
        while (true)
        {
            var job = await client.GetFromJsonAsync<JsonElement>($"/api/v1/jobs/{id}");
            if (job.TryGetProperty("startedAt", out var started))
            {
                return (started.GetDateTimeOffset() - job.GetProperty("createdAt").GetDateTimeOffset()).TotalMilliseconds;
            }

            await Task.Delay(200);
        }
    }

    private static void Tell(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine($"{what}: p50 {times[times.Count / 2]:0} ms, p99 {times[times.Count * 99 / 100]:0} ms, most {times[^1]:0} ms");
    }
}
