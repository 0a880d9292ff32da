namespace ShortsFactory.Captions;

/// <summary>The emoji of all captions as one animated picture, transparent where there are none, to be laid over the video.</summary>
public sealed record EmojiTrack
{
    /// <summary>
    /// What the ASS file says in the Name field of the events that hold emoji as text. They are for readers of the file
    /// alone: the video gets the pictures instead.
    /// </summary>
    public const string EventName = "emoji";

    /// <summary>The animated PNG; its clock is the video's.</summary>
    public required string Path { get; init; }

    /// <summary>Where its left edge lies in the picture, in pixels.</summary>
    public required int X { get; init; }

    /// <summary>Where its upper edge lies in the picture, in pixels.</summary>
    public required int Y { get; init; }
}
