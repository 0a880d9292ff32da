using ShortsFactory.Captions;
using ShortsFactory.Captions.Pictures;
using ShortsFactory.Compositing.Encoders;

namespace ShortsFactory.Compositing.Chunks;

/// <summary>
/// A span of the timeline as it is rendered by itself. Everything in it is told on the span's own clock, so that the same pictures at another
/// place of the timeline are the same chunk.
/// </summary>
internal sealed record Chunk
{
    /// <summary>Where it lies on the timeline.</summary>
    public required FrameSpan Span { get; init; }

    /// <summary>The caption document, with the span's events alone.</summary>
    public required string Captions { get; init; }

    /// <summary>The emoji to be seen in it, as an animated PNG.</summary>
    public required byte[]? Emoji { get; init; }

    /// <summary>The filter graph.</summary>
    public required string Graph { get; init; }

    /// <summary>ffmpeg's arguments.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>The files that it reads besides.</summary>
    public required IReadOnlyList<SourceInput> Inputs { get; init; }

    /// <summary>The pictures that are laid over it, and the names by which ffmpeg finds them.</summary>
    public required IReadOnlyList<(ImageOverlay Overlay, string Link)> Images { get; init; }

    /// <summary>What it shows, if others can share it.</summary>
    public required SharedFootage? Footage { get; init; }

    /// <summary>Describes spans of a composition.</summary>
    /// <param name="composition">The whole.</param>
    /// <param name="spans">The spans in order, each of which begins at a whole hundredth of a second and in no fade.</param>
    /// <param name="captions">The whole caption document, as it is drawn.</param>
    /// <param name="emoji">All emoji, as an animated PNG.</param>
    /// <param name="encoder">What makes the pictures.</param>
    /// <param name="options">How they are made.</param>
    public static IReadOnlyList<Chunk> Of(
        Composition composition, IReadOnlyList<FrameSpan> spans, string captions, byte[]? emoji, IVideoEncoder encoder, CompositingOptions options)
    {
        var shown = emoji is null ? spans.Select(_ => (byte[]?)null) : AnimationCut.Of(emoji, spans.Select(span => (composition.TimeOf(span.Start), composition.TimeOf(span.End))));
        return [.. spans.Zip(shown, (span, seen) => Of(composition, span, captions, seen, encoder, options))];
    }

    private static Chunk Of(Composition composition, FrameSpan span, string captions, byte[]? emoji, IVideoEncoder encoder, CompositingOptions options)
    {
        var part = OnItsOwnClock(composition, emoji);
        return new Chunk
        {
            Span = span,
            Captions = CaptionCut.Of(captions, composition.TimeOf(span.Start), composition.TimeOf(span.End)),
            Emoji = emoji,
            Graph = FilterGraph.Write(part, span) + (encoder.Upload.Length == 0 ? "" : $";\n{FilterGraph.Picture(part)}{encoder.Upload}{FfmpegArguments.Uploaded}"),
            Arguments = FfmpegArguments.Pictures(part, span, encoder, options),
            Images = [.. FilterGraph.Images(part, span).Select(image => (image, WorkFiles.Image(part, image)))],
            Inputs = [.. FilterGraph.Inputs(part, span)],
            Footage = encoder.IsSmall ? SharedFootage.Of(composition, span) : null,
        };
    }

    /// <summary>The composition as the chunk draws it; <paramref name="label"/> tells it from others that the same ffmpeg draws.</summary>
    public Composition OnItsOwnClock(Composition composition, string label) =>
        OnItsOwnClock(composition, Emoji) with { Label = label, Document = WorkFiles.Of(WorkFiles.Captions, label) };

    private static Composition OnItsOwnClock(Composition composition, byte[]? emoji) =>
        composition with { CaptionClock = CaptionCut.ClockStart, Emoji = emoji is null ? null : composition.Emoji };
}
