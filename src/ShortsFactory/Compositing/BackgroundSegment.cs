using ShortsFactory.Backgrounds;

namespace ShortsFactory.Compositing;

/// <summary>A background and when it is on screen.</summary>
/// <param name="Background">What is shown.</param>
/// <param name="Span">When, with the fades at both ends; segments overlap by exactly their fades.</param>
internal sealed record BackgroundSegment(Background Background, FrameSpan Span);
