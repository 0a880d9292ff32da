namespace ShortsFactory.Templates;

/// <summary>The part of the 1080x1920 picture that no platform covers with its own buttons and texts, in pixels.</summary>
internal sealed record SafeZone
{
    /// <summary>The left edge; 120 by default.</summary>
    public double Left { get; init; } = 120;

    /// <summary>The upper edge; 220 by default.</summary>
    public double Top { get; init; } = 220;

    /// <summary>The right edge; 890 by default, which leaves room for the column of buttons.</summary>
    public double Right { get; init; } = 890;

    /// <summary>The lower edge; 1440 by default, which leaves room for title and channel.</summary>
    public double Bottom { get; init; } = 1440;

    public double Height => Bottom - Top;
}
