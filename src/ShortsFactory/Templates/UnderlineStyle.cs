namespace ShortsFactory.Templates;

/// <summary>The stroke of a brush under the word that is being spoken, in pixels.</summary>
internal sealed record UnderlineStyle
{
    public required RgbaColor Color { get; init; }

    /// <summary>Thickness where the stroke is thickest.</summary>
    public required double Thickness { get; init; }

    /// <summary>From the baseline to the middle of the stroke.</summary>
    public required double Offset { get; init; }

    /// <summary>How long the stroke takes to be drawn; zero shows it at once.</summary>
    public required TimeSpan Duration { get; init; }

    public bool IsVisible => Color.Alpha > 0;
}
