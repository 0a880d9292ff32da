namespace ShortsFactory.Captions.Fonts;

/// <summary>A font that a caption template names, and where it is.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Package">The Debian package that brings it.</param>
/// <param name="Path">Absolute path, or <see langword="null"/> if it is not installed.</param>
public sealed record InstalledFont(string File, string Package, string? Path);
