namespace ShortsFactory.Templates.Overlays;

/// <summary>A corner of the safe zone.</summary>
internal enum Corner
{
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}
