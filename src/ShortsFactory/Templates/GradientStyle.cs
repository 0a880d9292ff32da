namespace ShortsFactory.Templates;

/// <summary>A second colour at the foot of the letters; the first one, at their head, is that of <see cref="TextColors"/>.</summary>
internal sealed record GradientStyle
{
    /// <summary>Of words that are still to be spoken; <see langword="null"/> is no gradient.</summary>
    public required RgbaColor? Text { get; init; }

    /// <summary>Of the word that is being spoken.</summary>
    public required RgbaColor? Active { get; init; }

    /// <summary>Of words that have been spoken.</summary>
    public required RgbaColor? Spoken { get; init; }

    /// <summary>Of words that the script emphasises.</summary>
    public required RgbaColor? Emphasis { get; init; }

    /// <summary>Of words with a digit.</summary>
    public required RgbaColor? Number { get; init; }

    /// <summary>Stripes of one colour that make the gradient, 2 for two tones.</summary>
    public required int Steps { get; init; }

    public bool IsVisible => Text is not null || Active is not null || Spoken is not null || Emphasis is not null || Number is not null;
}
