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
        .Enrich.FromLogContext()
        .WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:l}{NewLine}{Exception}", standardErrorFromLevel: LogEventLevel.Verbose)
        .WriteTo.File(
            Path.Combine(options.ResolveDirectory(), "server-.log"),
            outputTemplate: Template,
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
                    sink.File(Path.Combine(artifacts, job, JobLogName), outputTemplate: Template, shared: true);
                }
            },
            sinkMapCountLimit: OpenJobLogs);
}
