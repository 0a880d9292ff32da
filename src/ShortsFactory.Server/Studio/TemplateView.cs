namespace ShortsFactory.Server.Studio;

/// <summary>A caption template as the interface tells it.</summary>
/// <param name="Name">What scripts call it.</param>
/// <param name="Description">What it looks like, in one sentence.</param>
/// <param name="Sample">Where a picture of it can be had.</param>
internal sealed record TemplateView(string Name, string Description, string Sample);
