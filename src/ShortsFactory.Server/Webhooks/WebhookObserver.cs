using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ShortsFactory.Server.Api;
using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Jobs;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace ShortsFactory.Server.Webhooks;

/// <summary>Writes down who is to be told of a job's end. What is written down is told, whatever happens to this process.</summary>
internal sealed class WebhookObserver(
    DeliveryStore store, WebhookSender sender, IArtifactStore artifacts, IOptions<WebhookOptions> options, IOptions<JsonOptions> json, TimeProvider timeProvider) : IJobObserver
{
    private const int IdBytes = 16;

    public async Task OnEndedAsync(Job job, CancellationToken cancellationToken)
    {
        var addresses = options.Value.Addresses.Concat(job.Webhook is { } own ? [own] : []).Distinct(StringComparer.Ordinal).ToArray();
        if (addresses.Length == 0)
        {
            return;
        }

        await store.AddAsync([.. addresses.Select(address => MessageOf(job, address))], cancellationToken);
        sender.Wake();
    }

    private Delivery MessageOf(Job job, string address)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{job.Id} {job.State} {job.Attempt} {job.EndedAt?.ToUnixTimeMilliseconds()} {address}")).AsSpan(0, IdBytes));
        var happened = $"job.{job.State.ToString().ToLowerInvariant()}";
        var now = timeProvider.GetUtcNow();
        return new Delivery
        {
            Id = id,
            Job = job.Id,
            Event = happened,
            Address = address,
            Body = JsonSerializer.Serialize(new WebhookMessage(id, happened, JobView.Of(job, artifacts)), json.Value.SerializerOptions),
            CreatedAt = now,
            NextAt = now,
        };
    }
}
