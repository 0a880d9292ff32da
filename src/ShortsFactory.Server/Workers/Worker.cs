namespace ShortsFactory.Server.Workers;

/// <summary>A process that makes shorts, as it described itself.</summary>
internal sealed record Worker
{
    public required string Name { get; init; }

    public required string Host { get; init; }

    public required string Version { get; init; }

    /// <summary>How many shorts it makes at once.</summary>
    public int Slots { get; init; }

    /// <summary>How many it makes now.</summary>
    public int Running { get; init; }

    /// <summary>Why it begins none; <see langword="null"/> if it does.</summary>
    public string? PauseReason { get; init; }

    public bool IsDraining { get; init; }

    public DateTimeOffset SeenAt { get; init; }
}
