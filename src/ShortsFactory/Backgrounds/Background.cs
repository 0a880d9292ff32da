namespace ShortsFactory.Backgrounds;

/// <summary>What a scene is shown on. Two that are equal look the same, so that a scene can go on where the one before it ended.</summary>
internal abstract record Background
{
    /// <summary>Whether it comes at once, instead of fading in over the background of the scene before.</summary>
    public bool Cuts { get; init; }
}
