namespace ShortsFactory.Models;

/// <summary>What an installation came to.</summary>
/// <param name="Model">The model.</param>
/// <param name="Sha256">The SHA-256 of its archive; <see langword="null"/> if it was there already.</param>
/// <param name="IsPinned">Whether nobody had said before what the checksum should be, so that it was noted for later.</param>
public sealed record InstallResult(InstalledModel Model, string? Sha256, bool IsPinned);
