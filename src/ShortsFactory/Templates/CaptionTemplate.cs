using ShortsFactory.Templates.Overlays;

namespace ShortsFactory.Templates;

/// <summary>How captions look and move. Lengths are pixels of a picture of <see cref="Format"/>.</summary>
internal sealed record CaptionTemplate
{
    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>The fonts, at least one; each character takes the first that has it.</summary>
    public required IReadOnlyList<TemplateFont> Fonts { get; init; }

    /// <summary>The size of the fonts' em square.</summary>
    public required double Size { get; init; }

    public required LetterCase Case { get; init; }

    public required PunctuationRule Punctuation { get; init; }

    /// <summary>The most words that are on screen together.</summary>
    public required int Words { get; init; }

    /// <summary>The most lines that are on screen together.</summary>
    public required int Lines { get; init; }

    /// <summary>From one baseline to the next.</summary>
    public required double LinePitch { get; init; }

    /// <summary>From the end of a word to the start of the next one.</summary>
    public required double WordGap { get; init; }

    /// <summary>The horizontal position that <see cref="Align"/> speaks of.</summary>
    public required double X { get; init; }

    /// <summary>The vertical position that <see cref="Anchor"/> speaks of.</summary>
    public required double Y { get; init; }

    public required VerticalAnchor Anchor { get; init; }

    public required TextAlign Align { get; init; }

    public required TextColors Colors { get; init; }

    public required GradientStyle Gradient { get; init; }

    /// <summary>Width of the outline.</summary>
    public required double Outline { get; init; }

    public required ShadowStyle Shadow { get; init; }

    public required GlowStyle Glow { get; init; }

    public required BoxStyle Box { get; init; }

    public required HighlightStyle Highlight { get; init; }

    public required UnderlineStyle Underline { get; init; }

    public required ActiveEffect Active { get; init; }

    /// <summary>Size of words that the script emphasises, as a factor.</summary>
    public required double EmphasisScale { get; init; }

    /// <summary>Size of a group's most important word, which then has a line of its own, as a factor; 1 does without.</summary>
    public required double StackScale { get; init; }

    public required Reveal Reveal { get; init; }

    public required Entrance Entrance { get; init; }

    public required Exit Exit { get; init; }

    public required ReadabilityLimits Readability { get; init; }

    public required SafeZone SafeZone { get; init; }

    /// <summary>What is laid over the picture besides the captions.</summary>
    public required OverlayStyles Overlays { get; init; }

    /// <summary>The picture; the standard one, for which templates are written, unless <see cref="TemplateFormat"/> has fitted it to another.</summary>
    public PictureFormat Format { get; init; } = PictureFormat.Standard;

    public bool Stacks => StackScale > 1;

    /// <summary>How far a word may grow to each side while it pops, so that it never touches its neighbours.</summary>
    public double PopReach => Active.Overshoot > 1 ? WordGap * 0.75 : 0;

    /// <summary>How far from its place a rising or dropping group begins.</summary>
    public double TravelDistance => 0.3 * Size;

    /// <summary>How much larger than in its place a group may be, as a factor.</summary>
    public double EntrancePeak => Entrance.Kind is EntranceKind.Stamp ? 1.12 : 1;

    /// <summary>How far a group that comes in larger reaches above and below its place.</summary>
    public double PeakHeight => (EntrancePeak - 1) * Lines * LinePitch / 2;

    /// <summary>The same template, moved so far up or down that a box as large as all lines, and the lines in it, are inside the safe zone.</summary>
    public CaptionTemplate WithRoomForLines()
    {
        if (!Box.IsVisible || Box.Fit is not BoxFit.Lines)
        {
            return this;
        }

        // Capitals and descenders of the fonts that are in use are at most so large, in sizes.
        const double capitals = 0.75;
        const double descenders = 0.25;
        var block = (capitals * Size) + ((Lines - 1) * LinePitch);
        var above = Anchor switch { VerticalAnchor.Top => 0, VerticalAnchor.Bottom => block, _ => block / 2 };
        var highest = SafeZone.Top + Margins.Top + above;
        var lowest = SafeZone.Bottom - Margins.Bottom - (descenders * Size) - (block - above);
        return this with { Y = Math.Min(Math.Max(Y, highest), lowest) };
    }

    /// <summary>How far outline, shadow, boxes, pop and movements reach out of the letters.</summary>
    public Margins Margins
    {
        get
        {
            // A Gaussian blur has faded below sight at twice its radius.
            var shadow = Shadow.IsVisible ? Outline + Shadow.Spread + (2 * Shadow.Blur) : 0;
            var glow = Glow.IsVisible ? Glow.Spread + (2 * Glow.Blur) : 0;
            var box = Box.IsVisible ? Box.Padding : 0;
            var stripe = Box.HasStripe ? Box.StripeWidth : 0;
            var (highlightX, highlightY) = Highlight.IsVisible ? (Highlight.PaddingX, Highlight.PaddingY) : (0, 0);
            var underline = Underline.IsVisible ? Underline.Offset + Underline.Thickness : 0;
            var largest = Math.Max(EmphasisScale, StackScale);
            var popHeight = ((Active.Overshoot - 1) * Size * largest / 2) + PeakHeight;
            var rise = Entrance.Kind is EntranceKind.Rise ? TravelDistance : 0;
            var drop = Entrance.Kind is EntranceKind.Drop ? TravelDistance : 0;
            return new Margins(
                Left: Largest(box + stripe, highlightX, glow, Outline + PopReach, shadow - Shadow.X),
                Top: Math.Max(drop, Active.Jump) + Largest(box, highlightY, glow, Outline + popHeight, shadow - Shadow.Y),
                Right: Largest(box, highlightX, glow, Outline + PopReach, shadow + Shadow.X),
                Bottom: rise + Largest(box, highlightY, glow, underline, Outline + popHeight, shadow + Shadow.Y));
        }
    }

    /// <summary>The widest line of letters that stays inside the safe zone.</summary>
    public double LineWidth
    {
        get
        {
            var margins = Margins;
            var toLeft = X - SafeZone.Left - margins.Left;
            var toRight = SafeZone.Right - margins.Right - X;
            return Align switch
            {
                _ when toLeft < 0 || toRight < 0 => 0,
                TextAlign.Left => toRight,
                TextAlign.Right => toLeft,
                _ => 2 * Math.Min(toLeft, toRight),
            } / EntrancePeak;
        }
    }

    private static double Largest(params ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            largest = Math.Max(largest, value);
        }

        return largest;
    }
}
