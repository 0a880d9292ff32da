namespace ShortsFactory.Templates;

/// <summary>Which point of each line lies on the template's horizontal position.</summary>
internal enum TextAlign
{
    /// <summary>The line's left end.</summary>
    Left,

    /// <summary>The line's middle.</summary>
    Center,

    /// <summary>The line's right end.</summary>
    Right,
}
