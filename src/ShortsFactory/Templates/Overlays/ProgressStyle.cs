namespace ShortsFactory.Templates.Overlays;

/// <summary>The bar that grows from the first frame to the last. Lengths are pixels.</summary>
internal sealed record ProgressStyle
{
    public required Switch Show { get; init; }

    /// <summary>The edge of the safe zone at which it lies.</summary>
    public required Edge Edge { get; init; }

    public required double Height { get; init; }

    public required RgbaColor Color { get; init; }

    /// <summary>The colour of what is still to come.</summary>
    public required RgbaColor Track { get; init; }
}
