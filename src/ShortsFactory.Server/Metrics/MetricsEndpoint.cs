using System.Data.Common;
using OpenTelemetry.Metrics;
using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Security;

namespace ShortsFactory.Server.Metrics;

/// <summary>Figures for Prometheus, by OpenTelemetry: jobs, stages, resource scopes, requests, the runtime.</summary>
internal static class MetricsEndpoint
{
    private const string Path = "/metrics";

    private static readonly double[] SecondsOfWork = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000];

    public static IServiceCollection AddServerMetrics(this IServiceCollection services)
    {
        services.AddSingleton<JobMeter>().AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(JobMeter.Name, "ShortsFactory.Resources", "Microsoft.AspNetCore.Hosting", "System.Runtime")
            .AddView("*.duration", new ExplicitBucketHistogramConfiguration { Boundaries = SecondsOfWork })
            .AddPrometheusExporter());
        return services;
    }

    public static void MapServerMetrics(this WebApplication app)
    {
        // The counts are asked for when somebody looks, not all the time.
        app.UseWhen(context => context.Request.Path == Path, counted => counted.Use(CountAsync));
        app.MapPrometheusScrapingEndpoint(Path).RequireScope(Scope.Read);
    }

    private static async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            context.RequestServices.GetRequiredService<JobMeter>().Counts = await context.RequestServices.GetRequiredService<JobStore>().CountAsync(context.RequestAborted);
        }
        catch (DbException exception)
        {
            // The other figures are of all the more interest now.
            context.RequestServices.GetRequiredService<ILogger<JobMeter>>().DatabaseAway(exception.Message);
        }

        await next(context);
    }
}
