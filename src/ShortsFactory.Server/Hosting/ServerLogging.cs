using Serilog;
using Serilog.Events;
using ShortsFactory.Settings;

namespace ShortsFactory.Server.Hosting;

/// <summary>The log: a file a day, standard error, and for each job a file beside its results.</summary>
internal static class ServerLogging
{
    public const string JobLogName = "job.log";

    private const string Template = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {Message:l}{NewLine}{Exception}";
    private const long FileSizeLimit = 16 << 20;
    private const int OpenJobLogs = 16;

    public static LoggerConfiguration Configure(this LoggerConfiguration configuration, LoggingOptions options, string artifacts, bool verbose) => configuration
        .MinimumLevel.Is(verbose ? LogEventLevel.Debug : LogEventLevel.Information)
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
        // Warns at each start that our transactions must be short when they take the scheduler in; they are.
        .MinimumLevel.Override("Quartz.Impl.AdoJobStore.LocalTransactionJobStore", LogEventLevel.Error)
        // Says of each request that it was challenged; wrong keys are told by ourselves.
        .MinimumLevel.Override("ShortsFactory.Server.Security.ApiKeyHandler", LogEventLevel.Warning)
        .Enrich.FromLogContext()
        .WriteTo.Console(new SecretMask("{Timestamp:HH:mm:ss} {Level:u3} {Message:l}{NewLine}{Exception}"), standardErrorFromLevel: LogEventLevel.Verbose)
        .WriteTo.File(
            new SecretMask(Template),
            Path.Combine(options.ResolveDirectory(), "server-.log"),
            rollingInterval: RollingInterval.Day,
            rollOnFileSizeLimit: true,
            fileSizeLimitBytes: FileSizeLimit,
            retainedFileCountLimit: options.RetainedFiles,
            shared: true)
        .WriteTo.Map(
            "Job",
            defaultKey: "",
            (job, sink) =>
            {
                if (job.Length > 0)
                {
                    sink.File(new SecretMask(Template), Path.Combine(artifacts, job, JobLogName), shared: true);
                }
            },
            sinkMapCountLimit: OpenJobLogs);
}
