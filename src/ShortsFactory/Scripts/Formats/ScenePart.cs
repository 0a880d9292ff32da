namespace ShortsFactory.Scripts.Formats;

/// <summary>The Markdown of a scene.</summary>
internal sealed record ScenePart
{
    /// <summary>The Markdown, without scene lines and comments once it was split.</summary>
    public required string Text { get; init; }

    /// <summary>Where the Markdown stands.</summary>
    public required Location Location { get; init; }

    /// <summary>The scene's background, or <see langword="null"/> for the script's.</summary>
    public string? Background { get; init; }

    /// <summary>The sound with which the scene begins, or <see langword="null"/> for the script's.</summary>
    public string? Transition { get; init; }

    /// <summary>The line of the scene's heading, or <see langword="null"/> for text before any, which may be empty.</summary>
    public int? HeadingLine { get; init; }
}
