namespace ShortsFactory.Previews;

/// <summary>A picture of a short that is not made yet.</summary>
/// <param name="Path">Absolute path of the picture.</param>
/// <param name="At">The moment that it shows.</param>
/// <param name="Duration">How long the short will be.</param>
/// <param name="Template">The caption template.</param>
/// <param name="Warnings">What making it would warn of.</param>
public sealed record PreviewResult(string Path, TimeSpan At, TimeSpan Duration, string Template, IReadOnlyList<string> Warnings);
