namespace ShortsFactory.Conversions;

/// <summary>What a file that is converted holds.</summary>
internal enum SourceKind
{
    /// <summary>Moving pictures, with or without sound.</summary>
    Video,

    /// <summary>Moving pictures as web pages show them: a gif, an animated PNG or WebP.</summary>
    Animation,

    /// <summary>One picture.</summary>
    Picture,

    /// <summary>Sound alone.</summary>
    Sound,
}
