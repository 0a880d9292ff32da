using SkiaSharp;

namespace ShortsFactory.Captions.Fonts;

/// <summary>A text with its fonts and its size in pixels, at the template's font size.</summary>
internal sealed record MeasuredText
{
    public required IReadOnlyList<TextRun> Runs { get; init; }

    /// <summary>From the text's start to where the next text would start.</summary>
    public required double Advance { get; init; }

    /// <summary>What the letters cover, relative to the start of the baseline, with y downwards.</summary>
    public required SKRect Ink { get; init; }

    /// <summary>What libass takes for the height above the baseline.</summary>
    public double Ascent => Runs.Max(run => run.Face.Ascent);

    /// <summary>What libass takes for the depth below the baseline.</summary>
    public double Descent => Runs.Max(run => run.Face.Descent);
}
