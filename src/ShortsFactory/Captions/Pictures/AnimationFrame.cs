using SkiaSharp;

namespace ShortsFactory.Captions.Pictures;

/// <summary>A part of an animation's picture, and how long it is shown before the next one.</summary>
/// <param name="Png">What replaces the pixels that it covers.</param>
/// <param name="Offset">Where its upper left corner lies in the animation.</param>
/// <param name="Length">How long it is shown; whole hundredths of a second.</param>
internal sealed record AnimationFrame(byte[] Png, SKPointI Offset, TimeSpan Length);
