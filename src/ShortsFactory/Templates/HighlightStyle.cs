namespace ShortsFactory.Templates;

/// <summary>The box behind the word that is being spoken, in pixels.</summary>
internal sealed record HighlightStyle
{
    public required RgbaColor Color { get; init; }

    /// <summary>From the word to the left and right edge of the box.</summary>
    public required double PaddingX { get; init; }

    /// <summary>From the capitals and the baseline to the upper and lower edge of the box.</summary>
    public required double PaddingY { get; init; }

    /// <summary>Radius of the corners.</summary>
    public required double Radius { get; init; }

    /// <summary>How long the box takes to come from the word before; zero jumps.</summary>
    public required TimeSpan Glide { get; init; }

    public bool IsVisible => Color.Alpha > 0;
}
