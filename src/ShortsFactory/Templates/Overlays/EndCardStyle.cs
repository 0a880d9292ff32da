namespace ShortsFactory.Templates.Overlays;

/// <summary>What stands in the picture behind the last word: a call, a logo. The background goes on. Lengths are pixels.</summary>
internal sealed record EndCardStyle
{
    public required Switch Show { get; init; }

    public required string? Text { get; init; }

    /// <summary>Absolute path of the picture above the text.</summary>
    public required string? Logo { get; init; }

    /// <summary>The width of the logo.</summary>
    public required double LogoWidth { get; init; }

    /// <summary>The size of the fonts' em square.</summary>
    public required double Size { get; init; }

    public required RgbaColor Color { get; init; }

    /// <summary>The colour that is laid over the background.</summary>
    public required RgbaColor Dim { get; init; }

    /// <summary>How long it stays, which is how much longer the short becomes.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How much longer the short becomes: nothing where no card is shown.</summary>
    public TimeSpan Length => IsVisible ? Duration : TimeSpan.Zero;

    public bool IsVisible => Show is Switch.On && (Text is not null || Logo is not null);
}
