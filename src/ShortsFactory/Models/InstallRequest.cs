namespace ShortsFactory.Models;

/// <summary>Which model is to be installed, and from where.</summary>
public sealed record InstallRequest
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>The address, or the path, of its archive; <see langword="null"/> takes the list's address.</summary>
    public string? From { get; init; }

    /// <summary>The SHA-256 that the archive must have; <see langword="null"/> takes the list's, then the one that was pinned.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The language, as a BCP 47 tag, of a model that the list does not know.</summary>
    public string? Language { get; init; }
}
