namespace ShortsFactory.Templates.Overlays;

/// <summary>Whether something is shown.</summary>
internal enum Switch
{
    /// <summary>It is not.</summary>
    Off,

    /// <summary>It is.</summary>
    On,
}
