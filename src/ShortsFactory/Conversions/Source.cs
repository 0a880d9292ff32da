using ShortsFactory.Media;
using ShortsFactory.Media.Images;

namespace ShortsFactory.Conversions;

/// <summary>A file that is converted, as it has been opened: looked at, and linked in the scope's directory under a name of ours.</summary>
internal sealed record Source
{
    /// <summary>Absolute path of the user's file.</summary>
    public required string Path { get; init; }

    /// <summary>What it holds.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>What is known of it.</summary>
    public required MediaFile Media { get; init; }

    /// <summary>ffmpeg's arguments that open it.</summary>
    public required IReadOnlyList<string> Input { get; init; }

    /// <summary>The picture as ImageMagick reads it; <see langword="null"/> for what is no picture, and for one that has been made a PNG of.</summary>
    public OpenedImage? Image { get; init; }

    /// <summary>What it is called in messages.</summary>
    public string Noun => Kind switch
    {
        SourceKind.Video => "a video",
        SourceKind.Animation => "an animation",
        SourceKind.Picture => "a picture",
        _ => "sound",
    };
}
