namespace ShortsFactory.Templates;

/// <summary>The part of the 1080x1920 picture that a platform does not cover with its own buttons and texts, in pixels.</summary>
internal sealed record SafeZone
{
    /// <summary>The left edge.</summary>
    public required double Left { get; init; }

    /// <summary>The upper edge.</summary>
    public required double Top { get; init; }

    /// <summary>The right edge.</summary>
    public required double Right { get; init; }

    /// <summary>The lower edge.</summary>
    public required double Bottom { get; init; }

    public double Width => Right - Left;

    public double Height => Bottom - Top;
}
