namespace ShortsFactory.Downloads.Store;

/// <summary>What is kept of an address: which content it had. It holds no credentials.</summary>
internal sealed record DownloadEntry
{
    /// <summary>The address as it may be shown.</summary>
    public required string Address { get; init; }

    /// <summary>The file's name for people, with its extension.</summary>
    public required string Name { get; init; }

    /// <summary>The content's SHA-256, in 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The content's length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>When the content's file was last written: while that and the length stay, its content is not read again.</summary>
    public required DateTime Changed { get; init; }
}
