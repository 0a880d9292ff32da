namespace ShortsFactory.Scripts;

/// <summary>The music that a script asks for.</summary>
public sealed record MusicSettings
{
    /// <summary>A path from the script on, of a file or a folder; <c>generated:NAME</c>; or <c>none</c>, whatever the settings say.</summary>
    public required string File { get; init; }

    /// <summary>How much louder than usual it is, in dB, -30 to 12.</summary>
    public double Volume { get; init; }

    /// <summary>Where in the file it begins; <see langword="null"/> for its first sound.</summary>
    public TimeSpan? From { get; init; }

    /// <summary>How long it takes to come, up to 30 s; <see langword="null"/> for the configured time.</summary>
    public TimeSpan? FadeIn { get; init; }

    /// <summary>How long it takes to go, up to 30 s; <see langword="null"/> for the configured time.</summary>
    public TimeSpan? FadeOut { get; init; }

    /// <summary>Whether it comes up in pauses; else it stays at one level.</summary>
    public bool Duck { get; init; } = true;

    /// <summary>Whether it begins again at its end.</summary>
    public bool Loop { get; init; } = true;

    /// <summary>Whom to name for it, and its licence.</summary>
    public string? Credit { get; init; }
}
