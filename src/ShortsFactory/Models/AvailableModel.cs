namespace ShortsFactory.Models;

/// <summary>A model that can be installed, as <c>models/catalog.json</c> describes it.</summary>
public sealed record AvailableModel
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>The language that it recognises, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>One sentence on what it is good for.</summary>
    public required string Description { get; init; }

    /// <summary>The size of its archive in megabytes, as its makers round it.</summary>
    public required int Megabytes { get; init; }

    /// <summary>Under which licence it comes.</summary>
    public required string Licence { get; init; }

    /// <summary>Where its archive lies, a zip file.</summary>
    public required Uri Address { get; init; }

    /// <summary>The SHA-256 of the archive as 64 hexadecimal digits; <see langword="null"/> where nobody has published it.</summary>
    public string? Sha256 { get; init; }
}
