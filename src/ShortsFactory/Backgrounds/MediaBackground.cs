using ShortsFactory.Media;

namespace ShortsFactory.Backgrounds;

/// <summary>A video or picture of the user's.</summary>
/// <param name="File">The file.</param>
/// <param name="Link">The name, made up by us, under which it is linked in the stage's directory.</param>
internal sealed record MediaBackground(MediaFile File, string Link) : Background
{
    private static readonly TimeSpan LastPicture = TimeSpan.FromSeconds(0.1);

    /// <summary>Where in the video it begins; once it has come to the end, it begins at the file's beginning.</summary>
    public TimeSpan From { get; init; }

    /// <summary>How long it plays before its last picture stands still; <see langword="null"/> lets it begin again and again.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>How fast a video runs, as a factor.</summary>
    public double Speed { get; init; } = 1;

    public Fill Fill { get; init; }

    /// <summary>How the view of a picture moves.</summary>
    public PictureMotion Motion { get; init; }

    /// <summary>Whether it is a video.</summary>
    public bool Moves => File.Kind is MediaKind.Video;

    /// <summary>Where in the file the picture stands that is shown so long after the background began.</summary>
    public TimeSpan PlaceOf(TimeSpan shown)
    {
        var played = shown * Speed;
        if (Length is { } length)
        {
            return From + (played < length ? played : length);
        }

        var place = From + played;
        return File.Duration > TimeSpan.Zero ? TimeSpan.FromTicks(place.Ticks % File.Duration.Ticks) : place;
    }

    /// <summary>The same, begun so long before.</summary>
    public MediaBackground StartedAt(TimeSpan shown)
    {
        var place = PlaceOf(shown);
        if (Length is not { } length)
        {
            return this with { From = place };
        }

        // The last picture stands still, so there must be one left to show.
        var end = From + length;
        var latest = length > LastPicture ? end - LastPicture : From;
        var from = place < latest ? place : latest;
        return this with { From = from, Length = end - from };
    }
}
