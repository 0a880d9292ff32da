namespace ShortsFactory.Backgrounds;

/// <summary>The backgrounds that need no file.</summary>
public static class GeneratedBackgrounds
{
    /// <summary>How scripts call them, such as <c>generated:aurora</c>; the first one is the default.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. GeneratedPresets.All.Select(preset => BackgroundResolver.GeneratedPrefix + preset.Name)];
}
