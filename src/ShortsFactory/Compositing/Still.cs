using ShortsFactory.Backgrounds;

namespace ShortsFactory.Compositing;

/// <summary>One frame of a composition, described so that as little as possible is decoded before it.</summary>
internal sealed class Still
{
    private readonly int _frame;

    public Still(Composition composition, int frame)
    {
        Composition = composition;
        _frame = frame;
        Span = Around(composition, frame);
    }

    /// <summary>The frames that are drawn: the one, or the whole fade around it.</summary>
    public FrameSpan Span { get; }

    /// <summary>The composition that the frame is one of.</summary>
    public Composition Composition { get; }

    /// <summary>The filter graph; videos begin where the span begins, for they are opened there.</summary>
    public string Graph()
    {
        var atOnce = Composition.Segments.Select(segment =>
            IsVideo(segment.Background) && segment.Span.Intersect(Span).Length > 0 ? segment with { Span = segment.Span.Intersect(Span) } : segment);
        return FilterGraph.WriteStill(Composition with { Segments = [.. atOnce] }, Span, _frame);
    }

    /// <summary>The files to open, in the order in which the graph counts them; videos begin where they are shown.</summary>
    public IEnumerable<MediaBackground> Inputs() =>
        from segment in Composition.Segments
        let shown = segment.Span.Intersect(Span)
        where shown.Length > 0 && segment.Background is MediaBackground
        let media = (MediaBackground)segment.Background
        select media.Moves ? media.StartedAt(Composition.TimeOf(shown.Start - segment.Span.Start)) : media;

    /// <summary>The frame alone, or the whole fade that it is a part of: a graph cannot begin or end inside a fade.</summary>
    private static FrameSpan Around(Composition composition, int frame)
    {
        var span = new FrameSpan(frame, frame + 1);
        foreach (var (first, second) in composition.Segments.Zip(composition.Segments.Skip(1)))
        {
            var fade = new FrameSpan(second.Span.Start, first.Span.End);
            if (fade.Length > 0 && fade.Intersect(span).Length > 0)
            {
                span = new FrameSpan(Math.Min(span.Start, fade.Start), Math.Max(span.End, fade.End));
            }
        }

        return span;
    }

    private static bool IsVideo(Background background) => background is MediaBackground { Moves: true };
}
