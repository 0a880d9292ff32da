using System.Data.Common;
using System.Net;
using Microsoft.Extensions.Options;
using Serilog;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Server.Api;
using ShortsFactory.Server.Dashboard;
using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Mcp;
using ShortsFactory.Server.Metrics;
using ShortsFactory.Server.Schedules;
using ShortsFactory.Server.Security;
using ShortsFactory.Server.Storage;
using ShortsFactory.Server.Studio;
using ShortsFactory.Server.Watching;
using ShortsFactory.Server.Webhooks;
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
    /// <exception cref="DatabaseAwayException">The database does not answer.</exception>
    public static async Task RunAsync(IReadOnlyList<KeyValuePair<string, string?>> overrides, bool verbose)
    {
        await using var app = await StartAsync(overrides, verbose, _ => { });
        await using var stopping = app.Services.GetRequiredService<ResourceScopes>().Stopping.Register(app.Lifetime.StopApplication);
        await app.WaitForShutdownAsync();
    }

    /// <summary>Starts it.</summary>
    /// <param name="overrides">What the command line says of settings.</param>
    /// <param name="verbose">Whether more is logged.</param>
    /// <param name="customize">Changes services before they are built.</param>
    public static async Task<WebApplication> StartAsync(IReadOnlyList<KeyValuePair<string, string?>> overrides, bool verbose, Action<IServiceCollection> customize)
    {
        var home = Home.Find();
        var settings = SettingsSources.Load(home, overrides);
        var options = Check(settings, home);
        settings = SettingsSources.Load(home, [new("Resources:InterruptGracePeriod", (options.DrainLimit + StopMargin).ToString("c")), .. overrides]);
        var dataLock = options.Database.Length == 0 ? DataLock.Take(options.ResolveDataDirectory()) : null;
        var app = Build(settings, home, options, verbose, customize);
        app.Lifetime.ApplicationStopped.Register(() => dataLock?.Dispose());
        try
        {
            await PrepareAsync(app.Services);
            await StartAsync(app, options);
            return app;
        }
        catch
        {
            // What has been started already would go on.
            await app.StopAsync();
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>The database of a server with these settings, whether it runs or not.</summary>
    /// <exception cref="InvalidInputException">The settings cannot be used.</exception>
    public static Database OpenDatabase(IReadOnlyList<KeyValuePair<string, string?>> overrides)
    {
        var home = Home.Find();
        return Database.Of(Check(SettingsSources.Load(home, overrides), home));
    }

    /// <summary>What must be there before anybody may call.</summary>
    /// <exception cref="InvalidInputException">Others could call, and nobody needs a key.</exception>
    /// <exception cref="DatabaseAwayException">The database does not answer.</exception>
    private static async Task PrepareAsync(IServiceProvider services)
    {
        try
        {
            await services.GetRequiredService<Schema>().CreateAsync(CancellationToken.None);
            await services.GetRequiredService<BindingRule>().CheckAsync(CancellationToken.None);
        }
        catch (DbException exception)
        {
            throw new DatabaseAwayException(exception);
        }
    }

    private static ServerOptions Check(IConfiguration settings, Home home)
    {
        using var checking = new ServiceCollection().AddShortsFactory(settings, home).AddServerSettings(settings).BuildServiceProvider();
        checking.GetRequiredService<SettingsCheck>().Run();
        return checking.GetRequiredService<IOptions<ServerOptions>>().Value;
    }

    private static WebApplication Build(IConfiguration settings, Home home, ServerOptions options, bool verbose, Action<IServiceCollection> customize)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ServerHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = "wwwroot",
        });
        var database = Database.Of(options);
        var binding = new Binding(AddressOf(options));
        var instance = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            ConnectionLimits.Apply(kestrel, kestrel.ApplicationServices.GetRequiredService<IOptions<SecurityOptions>>().Value);
            kestrel.Listen(binding.Address, options.Port);
        });
        builder.Services
            .AddShortsFactory(settings, home)
            .AddServerSettings(settings)
            .AddSerilog(
                (provider, configuration) => configuration.Configure(provider.GetRequiredService<IOptions<LoggingOptions>>().Value, options.ResolveArtifactsDirectory(), verbose),
                preserveStaticLogger: true)
            .AddSingleton(database)
            .AddSingleton<Schema>()
            .AddSingleton<DatabasePatience>()
            .AddJobs()
            .AddApi()
            .AddSecurity(binding)
            .AddWebhooks()
            .AddWorkers()
            .AddServerMetrics()
            .AddStudio()
            .AddScheduler(database, options, instance)
            .AddWorkersAfterScheduler()
            .Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainLimit + StopMargin);
        if (!options.IsWorker)
        {
            builder.Services.AddSchedules(database, instance).AddWatching().AddTools();
        }

        customize(builder.Services);
        var app = builder.Build();
        app.UseRequestLog();
        app.UseResponseHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseGuards();
        if (!options.IsWorker)
        {
            app.MapDashboard();
            var api = app.MapGroup("/api/v1");
            api.MapJobs();
            api.MapEvents();
            api.MapSystem();
            api.MapStudio();
            api.MapSchedules();
            app.MapTools().RequireScope(Scope.Submit);
            api.MapTickets();
            api.MapWebhooks();
            app.MapOpenApi().RequireScope(Scope.Read);
        }

        app.MapHealth();
        app.MapServerMetrics();
        return app;
    }

    private static IPAddress AddressOf(ServerOptions options) =>
        string.Equals(options.Address, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(options.Address, out var address) ? address
        : throw new InvalidInputException($"'{options.Address}' is no address of this machine.") { Advice = "Write one such as 127.0.0.1, 0.0.0.0 or ::." };

    private static IServiceCollection AddServerSettings(this IServiceCollection services, IConfiguration settings) => services
        .AddSettings<ServerOptions>(settings, "Server")
        .AddSettings<SecurityOptions>(settings, "Server:Security")
        .AddSingleton<IValidateOptions<SecurityOptions>, SecurityOptionsCheck>()
        .AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsCheck>()
        .AddSettings<WebhookOptions>(settings, "Server:Webhooks")
        .AddSettings<ScheduleOptions>(settings, "Server:Schedules")
        .AddSettings<WatchOptions>(settings, "Server:Watch")
        .AddSettings<LoggingOptions>(settings, "Logging")
        .AddSingleton(new ForeignSection("Client"));

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
}
