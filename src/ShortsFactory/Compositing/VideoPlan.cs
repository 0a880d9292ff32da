using ShortsFactory.Audio;
using ShortsFactory.Compositing.Chunks;
using ShortsFactory.Compositing.Encoders;

namespace ShortsFactory.Compositing;

/// <summary>All that a video is built from.</summary>
internal sealed record VideoPlan
{
    /// <summary>What it shows.</summary>
    public required Composition Composition { get; init; }

    /// <summary>The chunks in order; together they are the composition.</summary>
    public required IReadOnlyList<FrameSpan> Spans { get; init; }

    /// <summary>What the chunks read.</summary>
    public required ChunkFiles Files { get; init; }

    /// <summary>What is heard.</summary>
    public required Soundtrack Soundtrack { get; init; }

    /// <summary>What makes the pictures.</summary>
    public required IVideoEncoder Encoder { get; init; }
}
