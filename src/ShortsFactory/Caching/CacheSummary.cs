namespace ShortsFactory.Caching;

/// <summary>What a cache holds.</summary>
public sealed record CacheSummary
{
    /// <summary>Absolute path of the directory.</summary>
    public required string Directory { get; init; }

    /// <summary>How many results are kept.</summary>
    public required int Entries { get; init; }

    /// <summary>Their size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The size in bytes that is kept at most at the end of a run.</summary>
    public required long SizeLimit { get; init; }
}
