using ShortsFactory.Captions;

namespace ShortsFactory.Compositing;

/// <summary>What the finished video consists of, in frames; a description that knows nothing of how it is rendered.</summary>
internal sealed record Composition
{
    /// <summary>Width of the picture in pixels.</summary>
    public int Width { get; init; } = PictureFormat.Standard.Width;

    /// <summary>Height of the picture in pixels.</summary>
    public int Height { get; init; } = PictureFormat.Standard.Height;

    /// <summary>Frames per second.</summary>
    public required int FrameRate { get; init; }

    /// <summary>All frames.</summary>
    public required FrameSpan Span { get; init; }

    /// <summary>The backgrounds in order; together they cover every frame.</summary>
    public required IReadOnlyList<BackgroundSegment> Segments { get; init; }

    /// <summary>The emoji to lay over the captions, or <see langword="null"/> where there are none.</summary>
    public EmojiTrack? Emoji { get; init; }

    /// <summary>The pictures to lay over all else, the first one lowest.</summary>
    public IReadOnlyList<ImageOverlay> Images { get; init; } = [];

    /// <summary>The name in ffmpeg's directory of the ASS document that is drawn.</summary>
    public string Document { get; init; } = WorkFiles.Captions;

    /// <summary>Tells its labels and files from those of others that the same ffmpeg draws; empty where it draws no others.</summary>
    public string Label { get; init; } = "";

    /// <summary>
    /// What the clock of the caption file shows at the first frame of the span that is rendered; the emoji begin then.
    /// <see langword="null"/> where both have the timeline's clock.
    /// </summary>
    public TimeSpan? CaptionClock { get; init; }

    /// <summary>The frame that becomes the cover picture.</summary>
    public required int CoverFrame { get; init; }

    /// <summary>When a frame is shown.</summary>
    public TimeSpan TimeOf(int frame) => TimeSpan.FromTicks(frame * TimeSpan.TicksPerSecond / FrameRate);
}
