namespace ShortsFactory.Captions.Ass;

/// <summary>One 'Dialogue' line: something that is drawn from one moment to another.</summary>
internal sealed record AssEvent
{
    /// <summary>One of <see cref="AssLayer"/>.</summary>
    public required int Layer { get; init; }

    public required TimeSpan Start { get; init; }

    public required TimeSpan End { get; init; }

    public required AssStyle Style { get; init; }

    /// <summary>The look whose styles it has: empty for captions, else the name of what is laid over them.</summary>
    public string Look { get; init; } = "";

    /// <summary>Position in the transcript of the word that it draws or belongs to; <see langword="null"/> if it belongs to a group.</summary>
    public int? Word { get; init; }

    /// <summary>Override tags and escaped text.</summary>
    public required string Text { get; init; }
}
