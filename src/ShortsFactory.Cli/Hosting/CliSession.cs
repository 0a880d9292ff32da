using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Serilog.Core;
using Serilog.Extensions.Logging;
using ShortsFactory.Cli.Client;
using ShortsFactory.Cli.Commands;
using ShortsFactory.Cli.Doctor;
using ShortsFactory.Resources;
using ShortsFactory.Settings;

namespace ShortsFactory.Cli.Hosting;

/// <summary>One run of a command: settings, log, services, and the resource scopes that are released at its end.</summary>
internal sealed class CliSession : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Logger _logger;

    private CliSession(ServiceProvider services, Logger logger)
    {
        _services = services;
        _logger = logger;
    }

    public ResourceScopes Scopes => Get<ResourceScopes>();

    public static CliSession Open(ParseResult parsed, IEnumerable<KeyValuePair<string, string?>> overrides)
    {
        var home = Home.Find();
        var settings = SettingsSources.Load(home, [.. (parsed.GetValue(SharedOptions.Set) ?? []).Select(SettingsSources.ParseOverride), .. overrides]);
        var services = new ServiceCollection()
            .AddShortsFactory(settings, home)
            .AddSettings<LoggingOptions>(settings, "Logging")
            .AddSettings<ClientOptions>(settings, "Client")
            .AddSingleton(new ForeignSection("Server"))
            .AddSingleton<IDoctorCheck, ToolsCheck>()
            .AddSingleton<IDoctorCheck, FfmpegCheck>()
            .AddSingleton<IDoctorCheck, ImagesCheck>()
            .AddSingleton<IDoctorCheck, VoicesCheck>()
            .AddSingleton<IDoctorCheck, FontsCheck>()
            .AddSingleton<IDoctorCheck, RecognitionCheck>()
            .AddSingleton<IDoctorCheck, PagesCheck>()
            .AddSingleton<IDoctorCheck, DiskCheck>()
            .AddSingleton<IDoctorCheck, FileLimitCheck>();
        using (var checking = services.BuildServiceProvider())
        {
            checking.GetRequiredService<SettingsCheck>().Run();
            var logger = CliLogging.Create(checking.GetRequiredService<IOptions<LoggingOptions>>().Value, parsed.GetValue(SharedOptions.Verbose));
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new SerilogLoggerProvider(logger)));
            return new CliSession(services.BuildServiceProvider(), logger);
        }
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _logger.DisposeAsync();
    }
}
