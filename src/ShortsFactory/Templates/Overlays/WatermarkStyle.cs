namespace ShortsFactory.Templates.Overlays;

/// <summary>A name or a logo in a corner of the safe zone, until the end card comes. Lengths are pixels.</summary>
internal sealed record WatermarkStyle
{
    public required Switch Show { get; init; }

    public required string? Text { get; init; }

    /// <summary>Absolute path of the picture that is shown instead of the text.</summary>
    public required string? Image { get; init; }

    public required Corner Corner { get; init; }

    /// <summary>The size of the fonts' em square.</summary>
    public required double Size { get; init; }

    /// <summary>The width of the picture.</summary>
    public required double Width { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Opacity { get; init; }

    public required RgbaColor Color { get; init; }
}
