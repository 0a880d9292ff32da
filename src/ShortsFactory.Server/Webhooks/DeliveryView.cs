namespace ShortsFactory.Server.Webhooks;

/// <summary>A delivery as the interface tells it.</summary>
internal sealed record DeliveryView
{
    public required string Id { get; init; }

    public required string Job { get; init; }

    public required string Event { get; init; }

    public required string Address { get; init; }

    public required DeliveryState State { get; init; }

    public required int Attempts { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? NextAt { get; init; }

    public DateTimeOffset? LastAt { get; init; }

    public int? LastStatus { get; init; }

    public string? LastError { get; init; }

    public static DeliveryView Of(Delivery delivery) => new()
    {
        Id = delivery.Id,
        Job = delivery.Job,
        Event = delivery.Event,
        Address = WebhookAddress.Show(delivery.Address),
        State = delivery.State,
        Attempts = delivery.Attempts,
        CreatedAt = delivery.CreatedAt,
        NextAt = delivery.State is DeliveryState.Waiting ? delivery.NextAt : null,
        LastAt = delivery.LastAt,
        LastStatus = delivery.LastStatus,
        LastError = delivery.LastError,
    };
}
