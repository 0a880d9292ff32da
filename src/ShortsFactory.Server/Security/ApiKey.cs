namespace ShortsFactory.Server.Security;

/// <summary>The record of a key. The key itself is nowhere: only its hash.</summary>
internal sealed record ApiKey
{
    /// <summary>The part of the key that is no secret.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for, as its owner wrote.</summary>
    public required string Name { get; init; }

    public required Scope Scope { get; init; }

    /// <summary>The hash of its secret part, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it opens anything; <see langword="null"/> for good.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Whether it opens nothing any more.</summary>
    public bool HasExpired(DateTimeOffset now) => ExpiresAt <= now;
}
