namespace ShortsFactory.Templates;

/// <summary>The box behind a group of words, in pixels.</summary>
internal sealed record BoxStyle
{
    public required RgbaColor Color { get; init; }

    /// <summary>From the words to the edge of the box.</summary>
    public required double Padding { get; init; }

    /// <summary>Radius of the corners.</summary>
    public required double Radius { get; init; }

    public bool IsVisible => Color.Alpha > 0;
}
