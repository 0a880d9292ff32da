namespace ShortsFactory.Downloads.Files;

/// <summary>A file to be fetched, and where to.</summary>
internal sealed record FileRequest
{
    /// <summary>Where it comes from.</summary>
    public required WebAddress Address { get; init; }

    /// <summary>Absolute path of the file; what an earlier attempt left there is gone on with.</summary>
    public required string Path { get; init; }

    /// <summary>The largest length that is taken, in bytes.</summary>
    public required long SizeLimit { get; init; }

    /// <summary>The setting that <see cref="SizeLimit"/> comes from, for advice.</summary>
    public required string SizeSetting { get; init; }
}
