namespace ShortsFactory.Pipeline.Manifests;

/// <summary>A file that was delivered beside the manifest.</summary>
public sealed record ManifestFile
{
    /// <summary>Its name in the manifest's folder.</summary>
    public required string Name { get; init; }

    /// <summary>Its length in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The SHA-256 of its content, as 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
}
