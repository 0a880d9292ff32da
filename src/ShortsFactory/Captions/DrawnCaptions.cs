namespace ShortsFactory.Captions;

/// <summary>What is kept of captions besides their files.</summary>
internal sealed record DrawnCaptions
{
    /// <summary>The groups in order.</summary>
    public required IReadOnlyList<CaptionGroup> Groups { get; init; }

    /// <summary>The emoji with the name of their file, or <see langword="null"/> where there are none.</summary>
    public EmojiTrack? Emoji { get; init; }

    /// <summary>Pictures that are laid over all else.</summary>
    public IReadOnlyList<ImageOverlay> Images { get; init; } = [];
}
