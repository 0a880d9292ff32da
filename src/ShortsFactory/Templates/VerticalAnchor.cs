namespace ShortsFactory.Templates;

/// <summary>Which part of the lines lies on the template's vertical position.</summary>
internal enum VerticalAnchor
{
    /// <summary>The top of the first line's capitals.</summary>
    Top,

    /// <summary>The middle of all lines.</summary>
    Middle,

    /// <summary>The baseline of the last line.</summary>
    Bottom,
}
