namespace ShortsFactory.Scripts;

/// <summary>A part of the script with a background of its own.</summary>
public sealed record Scene
{
    /// <summary>The scene's background as written: a text, or values in braces; or <see langword="null"/> for the script's.</summary>
    public string? Background { get; init; }

    /// <summary>The file of the sound with which the scene begins, or <see langword="null"/> for the script's.</summary>
    public string? Transition { get; init; }

    /// <summary>The sentences spoken in this scene, at least one.</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>The line of the script on which the scene begins, from 1.</summary>
    public int Line { get; init; } = 1;
}
