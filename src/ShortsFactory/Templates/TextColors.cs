namespace ShortsFactory.Templates;

/// <summary>The colours of words, by what is happening to them.</summary>
internal sealed record TextColors
{
    /// <summary>Words that are still to be spoken.</summary>
    public required RgbaColor Text { get; init; }

    /// <summary>The word that is being spoken.</summary>
    public required RgbaColor Active { get; init; }

    /// <summary>Words that have been spoken.</summary>
    public required RgbaColor Spoken { get; init; }

    /// <summary>
    /// Words that the script emphasises, at all times, with the opacity of the three above; <see langword="null"/> leaves them their colour.
    /// </summary>
    public required RgbaColor? Emphasis { get; init; }

    /// <summary>The emphasised word while it is spoken.</summary>
    public required RgbaColor? EmphasisActive { get; init; }

    /// <summary>Words with a digit that are not emphasised, like <see cref="Emphasis"/>.</summary>
    public required RgbaColor? Number { get; init; }

    public required RgbaColor Outline { get; init; }
}
