using System.Data.Common;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Serilog;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Server.Api;
using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Dashboard;
using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Mcp;
using ShortsFactory.Server.Schedules;
using ShortsFactory.Server.Storage;
using ShortsFactory.Server.Studio;
using ShortsFactory.Server.Watching;
using ShortsFactory.Server.Workers;
using ShortsFactory.Settings;

namespace ShortsFactory.Server.Hosting;

/// <summary>Puts the server together, starts it, and lets it end in good order.</summary>
internal static class ServerHost
{
    /// <summary>What ending in good order may take beyond the time that jobs are given.</summary>
    private static readonly TimeSpan StopMargin = TimeSpan.FromSeconds(30);

    /// <summary>Runs it until the process is asked to stop.</summary>
    /// <exception cref="InvalidInputException">The settings, the address or the folder of data cannot be used.</exception>
    public static async Task RunAsync(IReadOnlyList<KeyValuePair<string, string?>> overrides, bool verbose)
    {
        var home = Home.Find();
        var settings = SettingsSources.Load(home, overrides);
        var options = Check(settings, home);
        settings = SettingsSources.Load(home, [new("Resources:InterruptGracePeriod", (options.DrainLimit + StopMargin).ToString("c")), .. overrides]);
        using var dataLock = options.Database.Length == 0 ? DataLock.Take(options.ResolveDataDirectory()) : null;
        await using var app = Build(settings, home, options, verbose);
        await PrepareAsync(app.Services.GetRequiredService<Schema>());
        await app.Services.GetRequiredService<DiskFloor>().CheckAsync(CancellationToken.None);
        var scopes = app.Services.GetRequiredService<ResourceScopes>();
        await using var stopping = scopes.Stopping.Register(app.Lifetime.StopApplication);
        await StartAsync(app, options);
        await app.WaitForShutdownAsync();
    }

    private static ServerOptions Check(IConfiguration settings, Home home)
    {
        using var checking = new ServiceCollection().AddShortsFactory(settings, home).AddServerSettings(settings).BuildServiceProvider();
        checking.GetRequiredService<SettingsCheck>().Run();
        return checking.GetRequiredService<IOptions<ServerOptions>>().Value;
    }

    private static WebApplication Build(IConfiguration settings, Home home, ServerOptions options, bool verbose)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ServerHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = "wwwroot",
        });
        var database = Database.Of(options);
        var instance = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(AddressOf(options), options.Port);
        });
        builder.Services
            .AddShortsFactory(settings, home)
            .AddServerSettings(settings)
            .AddSerilog((provider, configuration) => configuration.Configure(
                provider.GetRequiredService<IOptions<LoggingOptions>>().Value, options.ResolveArtifactsDirectory(), verbose))
            .AddSingleton(database)
            .AddSingleton<Schema>()
            .AddSingleton<DatabasePatience>()
            .AddJobs()
            .AddApi()
            .AddWorkers()
            .AddStudio()
            .AddScheduler(database, options, instance)
            .AddHostedService<Housekeeping>()
            .AddHostedService(provider => provider.GetRequiredService<Drain>())
            .Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainLimit + StopMargin);
        if (!options.IsWorker)
        {
            builder.Services.AddSchedules(database, instance).AddWatching().AddTools();
        }

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        if (!options.IsWorker)
        {
            app.MapDashboard();
            var api = app.MapGroup("/api/v1");
            api.MapJobs();
            api.MapEvents();
            api.MapSystem();
            api.MapStudio();
            api.MapSchedules();
            app.MapTools();
            app.MapOpenApi();
        }

        app.MapHealth();
        return app;
    }

    private static IPAddress AddressOf(ServerOptions options) =>
        string.Equals(options.Address, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(options.Address, out var address) ? address
        : throw new InvalidInputException($"'{options.Address}' is no address of this machine.") { Advice = "Write one such as 127.0.0.1, 0.0.0.0 or ::." };

    private static async Task PrepareAsync(Schema schema)
    {
        try
        {
            await schema.CreateAsync(CancellationToken.None);
        }
        catch (DbException exception)
        {
            throw new DatabaseAwayException(exception);
        }
    }

    private static async Task StartAsync(WebApplication app, ServerOptions options)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException exception)
        {
            throw new InvalidInputException($"the address {options.Address}:{options.Port} cannot be listened on: {exception.Message}", innerException: exception)
            {
                Advice = "Another program may hold the port; take another one with --port, or 0 for any that is free.",
            };
        }

        var logger = app.Services.GetRequiredService<ILogger<Database>>();
        logger.WorkerStarted(
            app.Services.GetRequiredService<WorkerName>().Value,
            options.Slots,
            app.Services.GetRequiredService<Database>().Kind.ToString(),
            options.ResolveArtifactsDirectory());
        Console.WriteLine($"ShortsFactory {ProductVersion.Version} {(options.IsWorker ? "works" : "listens")} at {app.Urls.First()}");
    }

    private static IServiceCollection AddServerSettings(this IServiceCollection services, IConfiguration settings) => services
        .AddSettings<ServerOptions>(settings, "Server")
        .AddSettings<ScheduleOptions>(settings, "Server:Schedules")
        .AddSettings<WatchOptions>(settings, "Server:Watch")
        .AddSettings<LoggingOptions>(settings, "Logging")
        .AddSingleton(new ForeignSection("Client"));

    private static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<ISchemaPart, JobSchema>()
        .AddSingleton<JobStore>()
        .AddSingleton<JobQueue>()
        .AddSingleton<JobRequests>()
        .AddSingleton<JobEndings>()
        .AddSingleton<RunningJobs>()
        .AddSingleton<IArtifactStore, FolderArtifacts>()
        .AddSingleton<AttemptRunner>()
        .AddSingleton<JobService>();

    private static IServiceCollection AddWorkers(this IServiceCollection services) => services
        .AddSingleton<ISchemaPart, WorkerSchema>()
        .AddSingleton<WorkerName>()
        .AddSingleton<DiskFloor>()
        .AddHostedService(provider => provider.GetRequiredService<DiskFloor>())
        .AddSingleton<Drain>()
        .AddSingleton<WorkerBoard>()
        .AddHostedService(provider => provider.GetRequiredService<WorkerBoard>());

    private static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddRouting()
        .AddOpenApi()
        .AddProblemDetails()
        .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true)
        .AddExceptionHandler<ApiError>()
        .AddHealth()
        .AddSingleton<SystemStatus>()
        .AddSingleton<EventHub>()
        .AddHostedService(provider => provider.GetRequiredService<EventHub>())
        .ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
}
