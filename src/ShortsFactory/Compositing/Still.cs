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

    /// <summary>The filter graph.</summary>
    public string Graph() => FilterGraph.WriteStill(Composition, Span, _frame);

    /// <summary>The files to open, in the order in which the graph counts them.</summary>
    public IEnumerable<SourceInput> Inputs() => FilterGraph.Inputs(Composition, Span);

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
}
