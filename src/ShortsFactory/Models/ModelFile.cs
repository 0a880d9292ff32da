namespace ShortsFactory.Models;

/// <summary>A file of a model, as its manifest promises it.</summary>
internal sealed record ModelFile
{
    /// <summary>The path inside the model's directory, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>The length in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The SHA-256 of the content as 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
}
