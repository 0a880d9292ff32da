namespace ShortsFactory.Scripts.Formats;

/// <summary>A script as its file holds it: settings, and Markdown that is not read yet.</summary>
internal sealed record ScriptDocument
{
    /// <summary>The settings.</summary>
    public required ScriptFields Fields { get; init; }

    /// <summary>The parts in order; Markdown files have one, JSON files may have one for each scene.</summary>
    public required IReadOnlyList<ScenePart> Parts { get; init; }

    /// <summary>Where the text begins.</summary>
    public required Location Location { get; init; }
}
