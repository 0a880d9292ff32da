using SkiaSharp;

namespace ShortsFactory.Captions.Layout;

/// <summary>A group of words at its place in the picture.</summary>
internal sealed record PlacedGroup
{
    public required WordGroup Group { get; init; }

    /// <summary>The lines, top to bottom, each in reading order.</summary>
    public required IReadOnlyList<IReadOnlyList<PlacedWord>> Lines { get; init; }

    /// <summary>Where capitals of the first line end, in pixels.</summary>
    public required double CapitalsTop { get; init; }

    /// <summary>Where letters of the last line stand, in pixels.</summary>
    public double LastBaseline => Lines[^1][0].Baseline;

    /// <summary>What libass draws: everything but the emoji.</summary>
    public IEnumerable<PlacedWord> Words => Lines.SelectMany(line => line).Where(word => !word.Text.IsPicture);

    /// <summary>The emoji, which are laid over the picture.</summary>
    public IEnumerable<PlacedWord> Pictures => Lines.SelectMany(line => line).Where(word => word.Text.IsPicture);

    /// <summary>What letters and emoji cover, without outline and shadow.</summary>
    public SKRect Ink => Lines.SelectMany(line => line).Select(word => word.Ink).Aggregate(SKRect.Union);

    public PlacedGroup Moved(double down) => this with
    {
        Lines = [.. Lines.Select(line => line.Select(word => word with { Baseline = word.Baseline + down }).ToArray())],
        CapitalsTop = CapitalsTop + down,
    };
}
