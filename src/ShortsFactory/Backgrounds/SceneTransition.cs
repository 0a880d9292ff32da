namespace ShortsFactory.Backgrounds;

/// <summary>How a scene's background takes the place of the one before.</summary>
internal enum SceneTransition
{
    /// <summary>It fades in over it.</summary>
    Fade,

    /// <summary>At once.</summary>
    Cut,
}
