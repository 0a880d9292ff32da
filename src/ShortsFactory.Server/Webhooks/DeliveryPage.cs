namespace ShortsFactory.Server.Webhooks;

/// <summary>Deliveries, newest first.</summary>
internal sealed record DeliveryPage(IReadOnlyList<DeliveryView> Items);
