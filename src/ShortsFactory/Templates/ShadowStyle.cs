namespace ShortsFactory.Templates;

/// <summary>The shadow below the words, in pixels.</summary>
internal sealed record ShadowStyle
{
    public required RgbaColor Color { get; init; }

    /// <summary>Offset to the right.</summary>
    public required double X { get; init; }

    /// <summary>Offset downwards.</summary>
    public required double Y { get; init; }

    /// <summary>Softness of the edge; 0 is sharp.</summary>
    public required double Blur { get; init; }

    /// <summary>How much wider than word and outline it is, on each side.</summary>
    public required double Spread { get; init; }

    public bool IsVisible => Color.Alpha > 0;
}
