using ShortsFactory.Media;

namespace ShortsFactory.Backgrounds;

/// <summary>A video or picture of the user's.</summary>
/// <param name="File">The file.</param>
/// <param name="Link">The name, made up by us, under which it is linked in the stage's directory.</param>
internal sealed record MediaBackground(MediaFile File, string Link) : Background
{
    /// <summary>Where in a video the part begins that is shown.</summary>
    public TimeSpan From { get; init; }

    /// <summary>Where it ends; <see langword="null"/> for the end of the file.</summary>
    public TimeSpan? To { get; init; }

    /// <summary>Whether the part begins again when it has come to its end; else its last picture stands still.</summary>
    public bool Loops { get; init; } = true;

    /// <summary>How fast a video runs, as a factor.</summary>
    public double Speed { get; init; } = 1;

    public Fill Fill { get; init; }

    /// <summary>How the view of a picture moves.</summary>
    public PictureMotion Motion { get; init; }

    /// <summary>Whether it is a video.</summary>
    public bool Moves => File.Kind is MediaKind.Video;

    /// <summary>How long one pass takes on screen; zero where nobody knows.</summary>
    public TimeSpan Pass => ((To ?? File.Duration) - From) / Speed;
}
