namespace ShortsFactory.Templates.Overlays;

/// <summary>An edge of the safe zone.</summary>
internal enum Edge
{
    Top,
    Bottom,
}
