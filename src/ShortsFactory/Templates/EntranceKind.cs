namespace ShortsFactory.Templates;

/// <summary>How a group of words comes in.</summary>
internal enum EntranceKind
{
    /// <summary>At once.</summary>
    None,

    /// <summary>From invisible to visible.</summary>
    Fade,

    /// <summary>From a little smaller to full size.</summary>
    Pop,

    /// <summary>From a little below, fading in.</summary>
    Rise,

    /// <summary>From a little above, fading in.</summary>
    Drop,

    /// <summary>From a little larger to full size, fading in.</summary>
    Stamp,
}
