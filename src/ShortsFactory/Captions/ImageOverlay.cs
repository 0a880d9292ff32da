namespace ShortsFactory.Captions;

/// <summary>A picture that is laid over the video for a while: a watermark, a logo.</summary>
public sealed record ImageOverlay
{
    /// <summary>Absolute path of the picture.</summary>
    public required string Path { get; init; }

    /// <summary>Where its left edge lies in the picture, in pixels.</summary>
    public required int X { get; init; }

    /// <summary>Where its upper edge lies in the picture, in pixels.</summary>
    public required int Y { get; init; }

    /// <summary>How wide it is shown, in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>How high it is shown, in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>0 (invisible) to 1 (solid).</summary>
    public required double Opacity { get; init; }

    /// <summary>When it begins to appear.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>When it has gone; <see langword="null"/> lets it stay to the end.</summary>
    public TimeSpan? End { get; init; }

    /// <summary>How long it takes to come and to go.</summary>
    public required TimeSpan Fade { get; init; }
}
