using Serilog;
using Serilog.Core;
using Serilog.Events;
using ShortsFactory.Settings;

namespace ShortsFactory.Cli.Hosting;

/// <summary>The log: a file a day, and standard error if asked for.</summary>
internal static class CliLogging
{
    private const string Template = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";
    private const long FileSizeLimit = 16 << 20;

    public static Logger Create(LoggingOptions options, bool verbose)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(verbose ? LogEventLevel.Debug : LogEventLevel.Information)
            .WriteTo.File(
                Path.Combine(options.ResolveDirectory(), "shorts-.log"),
                outputTemplate: "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}",
                rollingInterval: RollingInterval.Day,
                rollOnFileSizeLimit: true,
                fileSizeLimitBytes: FileSizeLimit,
                retainedFileCountLimit: options.RetainedFiles,
                shared: true);
        if (verbose)
        {
            configuration.WriteTo.Console(outputTemplate: Template, standardErrorFromLevel: LogEventLevel.Verbose);
        }

        return configuration.CreateLogger();
    }
}
