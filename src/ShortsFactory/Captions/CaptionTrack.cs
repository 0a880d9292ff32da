namespace ShortsFactory.Captions;

/// <summary>What is shown when, and the subtitle files that say so.</summary>
public sealed record CaptionTrack
{
    /// <summary>Absolute path of the ASS file that is burned in.</summary>
    public required string AssPath { get; init; }

    /// <summary>Absolute path of the SubRip sidecar.</summary>
    public required string SrtPath { get; init; }

    /// <summary>Absolute path of the WebVTT sidecar.</summary>
    public required string VttPath { get; init; }

    /// <summary>Absolute path of the enhanced LRC sidecar.</summary>
    public required string LrcPath { get; init; }

    /// <summary>The emoji in their colours, or <see langword="null"/> where the captions have none.</summary>
    public EmojiTrack? Emoji { get; init; }

    /// <summary>Pictures that are laid over all else, the first one lowest.</summary>
    public IReadOnlyList<ImageOverlay> Images { get; init; } = [];

    /// <summary>Absolute path of the ASS file with the cover's title, or <see langword="null"/> where it has none.</summary>
    public string? CoverTitlePath { get; init; }

    /// <summary>Absolute path of a directory that holds the fonts which the ASS file names, and no others.</summary>
    public required string FontDirectory { get; init; }

    /// <summary>The groups in order; they never overlap in time.</summary>
    public required IReadOnlyList<CaptionGroup> Groups { get; init; }
}
