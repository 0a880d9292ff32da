namespace ShortsFactory.Backgrounds;

/// <summary>How a video or picture of another shape fills the frame.</summary>
internal enum Fill
{
    /// <summary>It covers the frame, and what reaches out is cut off.</summary>
    Crop,

    /// <summary>All of it is shown, over a blurred and darkened copy that covers the frame.</summary>
    Blur,
}
