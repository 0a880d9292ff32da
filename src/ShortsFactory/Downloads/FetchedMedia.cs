namespace ShortsFactory.Downloads;

/// <summary>A video, picture or sound that was fetched.</summary>
public sealed record FetchedMedia
{
    /// <summary>Absolute path of the file, which is there as long as the scope that it was fetched for.</summary>
    public required string Path { get; init; }

    /// <summary>The file's name for people, with its extension: safe to be used in any folder.</summary>
    public required string Name { get; init; }

    /// <summary>The file's SHA-256, in 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The file's length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Whether it was there from an earlier run, and nothing was asked of any server.</summary>
    public required bool WasKept { get; init; }
}
