using SkiaSharp;

namespace ShortsFactory.Captions.Fonts;

/// <summary>A piece of text in one font, or one emoji.</summary>
internal sealed record TextRun(FontFace Face, string Text)
{
    /// <summary>Whether this is an emoji that is drawn in colours, and not by libass.</summary>
    public bool IsPicture { get; init; }

    /// <summary>From the run's start to its end, in pixels.</summary>
    public double Advance { get; init; }

    /// <summary>What it covers, relative to its start on the baseline, with y downwards.</summary>
    public SKRect Ink { get; init; }
}
