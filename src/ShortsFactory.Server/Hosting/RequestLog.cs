using Serilog;
using Serilog.Events;

namespace ShortsFactory.Server.Hosting;

/// <summary>
/// A line in the log for each request: who asked for what, how it was answered, and how long that took. Changes and refusals are always told, what was only looked at with
/// <c>--verbose</c> alone. Of addresses only the path, for what stands behind it may be a secret.
/// </summary>
internal static class RequestLog
{
    private const string Line = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0} ms, from {Client}, request {RequestId}";

    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = Line;
        options.GetLevel = LevelOf;
        options.EnrichDiagnosticContext = (diagnostics, context) =>
        {
            diagnostics.Set("Client", context.Connection.RemoteIpAddress?.ToString() ?? "itself");
            diagnostics.Set("RequestId", context.TraceIdentifier);
        };
    });

    private static LogEventLevel LevelOf(HttpContext context, double milliseconds, Exception? exception) =>
        exception is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error
        : context.Response.StatusCode >= StatusCodes.Status400BadRequest || !IsLook(context.Request.Method) ? LogEventLevel.Information
        : LogEventLevel.Debug;

    private static bool IsLook(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
