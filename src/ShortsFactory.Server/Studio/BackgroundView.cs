namespace ShortsFactory.Server.Studio;

/// <summary>A generated background as the interface tells it.</summary>
/// <param name="Id">What scripts call it, such as <c>generated:aurora</c>.</param>
/// <param name="Name">Its name alone.</param>
/// <param name="Sample">Where a picture of it can be had.</param>
internal sealed record BackgroundView(string Id, string Name, string Sample);
