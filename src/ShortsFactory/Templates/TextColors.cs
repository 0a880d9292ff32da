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

    /// <summary>Words that the script emphasises, at all times; the opacity follows the three above.</summary>
    public required RgbaColor Emphasis { get; init; }

    public required RgbaColor Outline { get; init; }
}
