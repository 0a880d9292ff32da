namespace ShortsFactory.Templates;

/// <summary>Light around the words, in pixels.</summary>
internal sealed record GlowStyle
{
    /// <summary>Around words that are not being spoken.</summary>
    public required RgbaColor Text { get; init; }

    /// <summary>Around the word that is being spoken.</summary>
    public required RgbaColor Active { get; init; }

    /// <summary>Around words that the script emphasises, while they are spoken.</summary>
    public required RgbaColor Emphasis { get; init; }

    /// <summary>Softness of the edge.</summary>
    public required double Blur { get; init; }

    /// <summary>How much wider than the words it is, on each side.</summary>
    public required double Spread { get; init; }

    public bool IsVisible => Text.Alpha > 0 || Active.Alpha > 0;
}
