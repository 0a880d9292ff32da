using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Webhooks;

/// <summary>Puts the webhooks together.</summary>
internal static class WebhookServices
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<ISchemaPart, WebhookSchema>()
        .AddSingleton<DeliveryStore>()
        .AddSingleton<WebhookSecret>()
        .AddSingleton<WebhookClient>()
        .AddSingleton<WebhookSender>()
        .AddHostedService(provider => provider.GetRequiredService<WebhookSender>())
        .AddSingleton<IJobObserver, WebhookObserver>();
}
