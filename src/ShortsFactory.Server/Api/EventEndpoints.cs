using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using ShortsFactory.Server.Security;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace ShortsFactory.Server.Api;

/// <summary>What happens, as it happens: server-sent events.</summary>
internal static class EventEndpoints
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public static RouteGroupBuilder MapEvents(this RouteGroupBuilder api)
    {
        api.MapGet("/events", ListenAsync).RequireScope(Scope.Read).WithTags("Events").WithSummary("Sends events as they happen: each change of a job, and of the system.");
        return api;
    }

    private static async Task ListenAsync(HttpContext context, EventHub hub, IOptions<JsonOptions> json, IHostApplicationLifetime lifetime, string? job = null)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await response.WriteAsync(": here is what happens from now on\n\n", end.Token);
            await response.Body.FlushAsync(end.Token);
            using var subscription = hub.Subscribe();
            await SendAsync(response, subscription.Events, job, json.Value.SerializerOptions, end.Token);
        }
        catch (OperationCanceledException)
        {
            // Whoever listened is gone, or the server stops: both end the stream.
        }
    }

    private static async Task SendAsync(HttpResponse response, ChannelReader<JobEvent> events, string? job, JsonSerializerOptions json, CancellationToken cancellationToken)
    {
        var more = events.WaitToReadAsync(cancellationToken).AsTask();
        while (true)
        {
            if (await Task.WhenAny(more, Task.Delay(Silence, cancellationToken)) == more)
            {
                await more;
                while (events.TryRead(out var happened))
                {
                    if (job is null || happened.Job is null || string.Equals(happened.Job, job, StringComparison.Ordinal))
                    {
                        await response.WriteAsync($"event: {happened.Name}\ndata: {JsonSerializer.Serialize(happened.Data, json)}\n\n", cancellationToken);
                    }
                }

                more = events.WaitToReadAsync(cancellationToken).AsTask();
            }
            else
            {
                await response.WriteAsync(": still here\n\n", cancellationToken);
            }

            await response.Body.FlushAsync(cancellationToken);
        }
    }
}
