namespace ShortsFactory.Backgrounds;

/// <summary>How the view of a picture moves while it is shown.</summary>
internal enum PictureMotion
{
    /// <summary>Into the first scene's picture, out of the next one's, and so on.</summary>
    Auto,

    /// <summary>Not at all.</summary>
    None,

    ZoomIn,

    ZoomOut,

    /// <summary>The view moves to the left.</summary>
    PanLeft,

    PanRight,

    PanUp,

    PanDown,
}
