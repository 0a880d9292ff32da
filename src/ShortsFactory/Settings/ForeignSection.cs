namespace ShortsFactory.Settings;

/// <summary>A section of the configuration that another program reads from the same file, and checks.</summary>
/// <param name="Name">The section's name.</param>
public sealed record ForeignSection(string Name);
