using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Quartz;
using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Hosting;
using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Schedules;
using ShortsFactory.Server.Storage;
using ShortsFactory.Server.Watching;
using ShortsFactory.Settings;
using ShortsFactory.Tests;

namespace ShortsFactory.Server.Tests;

/// <summary>The server's own services over a database of their own, with a clock of the test. The schedulers are not started: jobs are taken in, and wait.</summary>
internal sealed class ServerBench : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;

    private ServerBench(string folder)
    {
        Folder = folder;
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Server:DataDirectory", Path.Combine(folder, "data")), new("Server:Schedules:Roots:0", folder)])
            .Build();
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        var options = new ServerOptions { DataDirectory = Path.Combine(folder, "data") };
        var database = Database.Of(options);
        _services = new ServiceCollection()
            .AddLogging()
            .AddShortsFactory(settings, Repository.Home)
            .AddSettings<ServerOptions>(settings, "Server")
            .AddSettings<ScheduleOptions>(settings, "Server:Schedules")
            .AddSettings<WatchOptions>(settings, "Server:Watch")
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(database)
            .AddSingleton<Schema>()
            .AddSingleton<ISchemaPart, JobSchema>()
            .AddSingleton<JobStore>()
            .AddSingleton<JobQueue>()
            .AddSingleton<JobRequests>()
            .AddSingleton<JobEndings>()
            .AddSingleton<RunningJobs>()
            .AddSingleton<IArtifactStore, FolderArtifacts>()
            .AddSingleton<JobService>()
            .AddScheduler(database, options, "bench")
            .AddSchedules(database, "bench")
            .AddWatching()
            .BuildServiceProvider();
    }

    public string Folder { get; }

    public FakeTimeProvider Clock { get; } = new(Noon);

    public ScheduleService Schedules => Get<ScheduleService>();

    public static ScheduleTimes Hourly => new() { Cron = "0 * * * *", TimeZone = "UTC" };

    public static async Task<ServerBench> OpenAsync(string? folder = null)
    {
        var bench = new ServerBench(folder ?? Directory.CreateTempSubdirectory("server-").FullName);
        await bench.Get<Schema>().CreateAsync(TestContext.Current.CancellationToken);
        // Builds it, and with it its tables, before a transaction is open.
        await bench.Get<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        return bench;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public Task<Schedule> AddAsync(Production make, ScheduleTimes? when = null, string name = "facts") =>
        Schedules.AddAsync(new ScheduleDefinition { Name = name, When = when ?? Hourly, Make = make }, TestContext.Current.CancellationToken);

    /// <summary>Lets time pass, then has the schedule do what is due.</summary>
    public async Task PassAsync(Schedule schedule, TimeSpan time)
    {
        Clock.Advance(time);
        await Get<ScheduleRunner>().RunAsync(schedule.Id, TestContext.Current.CancellationToken);
    }

    /// <summary>An hour at a time, as the clock rings.</summary>
    public async Task PassHoursAsync(Schedule schedule, int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            await PassAsync(schedule, TimeSpan.FromHours(1));
        }
    }

    public async Task<string[]> JobsAsync() =>
        [.. (await Get<JobStore>().ListAsync(null, null, 1000, TestContext.Current.CancellationToken)).Reverse().Select(job => job.Title)];

    public Task<IReadOnlyList<ScheduleRun>> RunsAsync(Schedule schedule) => Get<ScheduleStore>().ListRunsAsync(schedule.Id, 1000, TestContext.Current.CancellationToken);

    /// <summary>Ends without deleting anything, as a killed process would leave it.</summary>
    public async Task AbandonAsync() => await _services.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
