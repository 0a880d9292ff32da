namespace ShortsFactory.Templates;

/// <summary>The box behind a group of words, in pixels.</summary>
internal sealed record BoxStyle
{
    public required RgbaColor Color { get; init; }

    /// <summary>From the words to the edge of the box.</summary>
    public required double Padding { get; init; }

    /// <summary>Radius of the corners.</summary>
    public required double Radius { get; init; }

    public required BoxFit Fit { get; init; }

    /// <summary>The colour of the stripe along the box's left edge.</summary>
    public required RgbaColor Stripe { get; init; }

    /// <summary>Width of the stripe; it lies outside of the padding.</summary>
    public required double StripeWidth { get; init; }

    public bool IsVisible => Color.Alpha > 0;

    public bool HasStripe => IsVisible && Stripe.Alpha > 0 && StripeWidth > 0;
}
