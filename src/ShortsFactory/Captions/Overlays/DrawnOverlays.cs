using ShortsFactory.Captions.Ass;

namespace ShortsFactory.Captions.Overlays;

/// <summary>All that is laid over the picture besides captions.</summary>
internal sealed record DrawnOverlays
{
    public required IReadOnlyList<AssLook> Looks { get; init; }

    public required IReadOnlyList<AssEvent> Events { get; init; }

    public required IReadOnlyList<ImageOverlay> Images { get; init; }

    /// <summary>Until when captions wait, because they would be under the hook.</summary>
    public required TimeSpan CaptionsFrom { get; init; }
}
