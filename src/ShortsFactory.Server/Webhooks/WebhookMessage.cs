using ShortsFactory.Server.Api;

namespace ShortsFactory.Server.Webhooks;

/// <summary>What is sent.</summary>
internal sealed record WebhookMessage(string Id, string Event, JobView Job);
