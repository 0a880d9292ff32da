namespace ShortsFactory.Templates.Overlays;

/// <summary>The title that stands large in the picture while the short begins. Lengths are pixels.</summary>
internal sealed record HookStyle
{
    public required Switch Show { get; init; }

    /// <summary>What it says; <see langword="null"/> for the script's title.</summary>
    public required string? Text { get; init; }

    /// <summary>The size of the fonts' em square; it becomes smaller where the text would not fit.</summary>
    public required double Size { get; init; }

    public required RgbaColor Color { get; init; }

    /// <summary>The colour of the box behind it.</summary>
    public required RgbaColor Box { get; init; }

    /// <summary>How long it stays.</summary>
    public required TimeSpan Duration { get; init; }
}
