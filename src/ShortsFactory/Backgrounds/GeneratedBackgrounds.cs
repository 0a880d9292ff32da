namespace ShortsFactory.Backgrounds;

/// <summary>The backgrounds that need no file.</summary>
public static class GeneratedBackgrounds
{
    /// <summary>Their names, such as <c>aurora</c>; the first one is the default.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. GeneratedPresets.All.Select(preset => preset.Name)];

    /// <summary>How scripts call them, such as <c>generated:aurora</c>, in the same order.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Names.Select(IdOf)];

    /// <summary>How scripts call the one of a name.</summary>
    public static string IdOf(string name) => BackgroundResolver.GeneratedPrefix + name;
}
