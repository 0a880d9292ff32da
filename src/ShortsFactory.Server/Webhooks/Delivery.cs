namespace ShortsFactory.Server.Webhooks;

/// <summary>A message to one address, and what has become of it.</summary>
internal sealed record Delivery
{
    /// <summary>Unique for the end of a job and the address: the same message is never written down twice, and its receiver can tell whether it had it before.</summary>
    public required string Id { get; init; }

    public required string Job { get; init; }

    /// <summary>What happened, such as <c>job.done</c>.</summary>
    public required string Event { get; init; }

    public required string Address { get; init; }

    /// <summary>The JSON that is sent.</summary>
    public required string Body { get; init; }

    public DeliveryState State { get; init; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is sent next, while it waits.</summary>
    public required DateTimeOffset NextAt { get; init; }

    public DateTimeOffset? LastAt { get; init; }

    /// <summary>The HTTP status of the last answer.</summary>
    public int? LastStatus { get; init; }

    /// <summary>Why it did not arrive the last time.</summary>
    public string? LastError { get; init; }
}
