namespace ShortsFactory.Caching;

/// <summary>The first member of an entry: what the entry is the result of, and what the other members must be.</summary>
internal sealed record EntryIndex
{
    /// <summary>The key's text.</summary>
    public required string Key { get; init; }

    /// <summary>The other members in order.</summary>
    public required IReadOnlyList<EntryMember> Members { get; init; }
}
