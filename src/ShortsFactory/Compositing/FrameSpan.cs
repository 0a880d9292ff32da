namespace ShortsFactory.Compositing;

/// <summary>A part of the timeline in whole frames.</summary>
/// <param name="Start">The first frame, from 0.</param>
/// <param name="End">One past the last frame.</param>
internal readonly record struct FrameSpan(int Start, int End)
{
    /// <summary>Frames in the span.</summary>
    public int Length => End - Start;

    /// <summary>What two spans share; empty where they do not touch.</summary>
    public FrameSpan Intersect(FrameSpan other)
    {
        var start = Math.Max(Start, other.Start);
        return new FrameSpan(start, Math.Max(start, Math.Min(End, other.End)));
    }
}
