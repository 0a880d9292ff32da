namespace ShortsFactory.Templates;

/// <summary>How a group of words goes where no other one follows at once.</summary>
internal enum ExitKind
{
    /// <summary>At once.</summary>
    None,

    /// <summary>From visible to invisible.</summary>
    Fade,

    /// <summary>A little smaller, fading out.</summary>
    Shrink,
}
