namespace ShortsFactory.Media;

/// <summary>What a media file is.</summary>
internal enum MediaKind
{
    /// <summary>Moving pictures, with or without sound.</summary>
    Video,

    /// <summary>One picture.</summary>
    Image,

    /// <summary>Sound alone; a cover picture does not count.</summary>
    Audio,
}
