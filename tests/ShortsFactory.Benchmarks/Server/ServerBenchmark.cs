using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ShortsFactory.Server.Hosting;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Benchmarks.Server;

/// <summary>What the server costs beside the work: taking jobs in, listing them, and handing them out, with 10,000 in the queue.</summary>
internal static class ServerBenchmark
{
    public const string WorkerCommand = "server-worker";

    private const int Queued = 10_000;
    private const int Timed = 500;
    private const int Dispatched = 1_000;
    private const int Workers = 4;
    private const int Slots = 4;

    /// <summary>A floor that no disk reaches: nothing is begun.</summary>
    public const string Paused = "1000000000000";

    /// <summary>Measures with SQLite, or with a PostgreSQL database and four workers.</summary>
    public static async Task<int> RunAsync(string database)
    {
        var folder = Directory.CreateTempSubdirectory("shorts-bench-").FullName;
        await using (var server = await StartAsync(folder, database, floor: Paused))
        {
            using var client = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
            await FillAsync(client);
            Tell($"submit, {Queued} queued", await TimeAsync(() => SubmitAsync(client)));
            Tell($"list, {Queued} queued", await TimeAsync(() => client.GetAsync("/api/v1/jobs?limit=50")));
            Tell($"list the queued ones, {Queued} queued", await TimeAsync(() => client.GetAsync("/api/v1/jobs?state=queued&limit=50")));
            await server.StopAsync();
        }

        await DispatchAsync(folder, database);
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    /// <summary>A worker that makes nothing, until it is killed.</summary>
    public static async Task<int> WorkAsync(string database, string folder)
    {
        await using var worker = await StartAsync(folder, database, floor: "0", isWorker: true);
        await worker.WaitForShutdownAsync();
        return 0;
    }

    private static async Task DispatchAsync(string folder, string database)
    {
        var processes = new List<Process>();
        await using var server = await StartAsync(folder, database, floor: database.Length == 0 ? "0" : Paused);
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        for (var worker = 0; database.Length > 0 && worker < Workers; worker++)
        {
            processes.Add(Process.Start(Environment.ProcessPath!, [WorkerCommand, database, folder]));
        }

        var before = await WaitAsync(client, await DoneAsync(client) + Dispatched);
        var started = Stopwatch.GetTimestamp();
        var after = await WaitAsync(client, before + Dispatched);
        var rate = (after - before) / Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine($"dispatch of empty jobs, {(database.Length == 0 ? "SQLite" : $"PostgreSQL, {Workers} workers")}: {rate:0} a second");
        processes.ForEach(process => process.Kill());
        await server.StopAsync();
    }

    private static async Task<int> WaitAsync(HttpClient client, int done)
    {
        int now;
        while ((now = await DoneAsync(client)) < done)
        {
            await Task.Delay(50);
        }

        return now;
    }

    private static async Task<int> DoneAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/system")).GetProperty("counts").GetProperty("done").GetInt32();

    /// <summary>A server, or a worker, in this process.</summary>
    public static Task<WebApplication> StartAsync(string folder, string database, string floor, bool isWorker, int slots, Action<IServiceCollection> customize)
    {
        KeyValuePair<string, string?>[] settings =
        [
            new("Server:Port", "0"), new("Server:DataDirectory", folder), new("Server:Database", database), new("Server:ArtifactsDirectory", Path.Combine(folder, "artifacts")),
            new("Server:DiskFloor", floor), new("Server:Jobs", slots.ToString()), new("Server:IsWorker", isWorker.ToString()), new("Logging:Directory", Path.Combine(folder, "logs")),
        ];
        return ServerHost.StartAsync(settings, verbose: false, customize);
    }

    private static Task<WebApplication> StartAsync(string folder, string database, string floor, bool isWorker = false) =>
        StartAsync(folder, database, floor, isWorker, Slots, services => services.AddSingleton<IShortMaker, NothingMaker>());

    private static async Task FillAsync(HttpClient client)
    {
        await Parallel.ForAsync(0, Queued, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) => (await SubmitAsync(client)).Dispose());
    }

    private static async Task<HttpResponseMessage> SubmitAsync(HttpClient client) =>
        (await client.PostAsJsonAsync("/api/v1/jobs", new { script = "# A job\n\nIt has a sentence, and another one. That is all." })).EnsureSuccessStatusCode();

    private static async Task<double[]> TimeAsync(Func<Task<HttpResponseMessage>> request)
    {
        var times = new List<double>();
        for (var round = 0; round < Timed; round++)
        {
            var started = Stopwatch.GetTimestamp();
            (await request()).Dispose();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return [.. times.Order()];
    }

    private static void Tell(string what, double[] times) =>
        Console.WriteLine($"{what}: p50 {times[times.Length / 2]:0.0} ms, p99 {times[times.Length * 99 / 100]:0.0} ms, most {times[^1]:0.0} ms");
}
