namespace ShortsFactory.Server.Webhooks;

/// <summary>The secret as the interface tells it.</summary>
internal sealed record SecretView(string Secret);
