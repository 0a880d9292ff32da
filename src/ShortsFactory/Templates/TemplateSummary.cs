namespace ShortsFactory.Templates;

/// <summary>A caption template as lists show it.</summary>
/// <param name="Name">The name that scripts and options use.</param>
/// <param name="Description">What it looks like, in one sentence.</param>
/// <param name="Path">Absolute path of its file.</param>
public sealed record TemplateSummary(string Name, string Description, string Path);
