using ShortsFactory.Pipeline;
using ShortsFactory.Server.Security;

namespace ShortsFactory.Server.Webhooks;

/// <summary>Webhooks over HTTP.</summary>
internal static class WebhookEndpoints
{
    private const int LongestPage = 200;

    public static RouteGroupBuilder MapWebhooks(this RouteGroupBuilder api)
    {
        var webhooks = api.MapGroup("/webhooks").WithTags("Webhooks");
        webhooks.MapGet("/deliveries", ListAsync).RequireScope(Scope.Read).WithSummary("Lists what was sent on the end of jobs, newest first.");
        webhooks.MapGet("/secret", ReadAsync).RequireScope(Scope.Admin).WithSummary("Shows the secret that signs what is sent.");
        return api;
    }

    private static async Task<DeliveryPage> ListAsync(DeliveryStore store, CancellationToken cancellationToken, string? job = null, int limit = 50) =>
        limit is >= 1 and <= LongestPage
            ? new([.. (await store.ListAsync(job, limit, cancellationToken)).Select(DeliveryView.Of)])
            : throw new InvalidInputException($"a page of {limit} deliveries is not to be had.") { Advice = $"A page has 1 to {LongestPage} of them." };

    private static async Task<SecretView> ReadAsync(WebhookSecret secret, CancellationToken cancellationToken) => new(await secret.ReadAsync(cancellationToken));
}
