using ShortsFactory.Captions.Fonts;
using SkiaSharp;

namespace ShortsFactory.Captions.Layout;

/// <summary>A word at its place in the picture; or a piece of one that is too long for a line, or the text or an emoji of one that holds both.</summary>
internal sealed record PlacedWord
{
    /// <summary>Position in the transcript.</summary>
    public required int Word { get; init; }

    public required MeasuredText Text { get; init; }

    /// <summary>The horizontal middle of the text's advance, in pixels.</summary>
    public required double X { get; init; }

    /// <summary>The vertical position of the baseline, in pixels.</summary>
    public required double Baseline { get; init; }

    /// <summary>Factor on the template's size, below 1 for a word that would be too wide.</summary>
    public required double FontScale { get; init; }

    /// <summary>The vertical middle as libass takes it for <c>\an5</c>: between ascent and descent.</summary>
    public double Y => Baseline + (FontScale * (Text.Descent - Text.Ascent) / 2);

    public double Width => FontScale * Text.Advance;

    /// <summary>What the letters cover, without outline and shadow.</summary>
    public SKRect Ink
    {
        get
        {
            var ink = Text.Ink;
            var scale = (float)FontScale;
            var left = (float)(X - (Width / 2));
            var baseline = (float)Baseline;
            return new SKRect(left + (scale * ink.Left), baseline + (scale * ink.Top), left + (scale * ink.Right), baseline + (scale * ink.Bottom));
        }
    }
}
