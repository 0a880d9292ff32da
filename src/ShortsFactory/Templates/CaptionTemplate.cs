namespace ShortsFactory.Templates;

/// <summary>How captions look and move. Lengths are pixels of a 1080x1920 picture.</summary>
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

    /// <summary>The vertical middle of the lines.</summary>
    public required double Y { get; init; }

    public required TextAlign Align { get; init; }

    public required TextColors Colors { get; init; }

    /// <summary>Width of the outline.</summary>
    public required double Outline { get; init; }

    public required ShadowStyle Shadow { get; init; }

    public required BoxStyle Box { get; init; }

    public required ActiveEffect Active { get; init; }

    public required Entrance Entrance { get; init; }

    public required SafeZone SafeZone { get; init; }

    /// <summary>How far a word may grow to each side while it pops, so that it never touches its neighbours.</summary>
    public double PopReach => Active.Overshoot > 1 ? WordGap * 0.75 : 0;

    /// <summary>How far outline, shadow, box, pop and entrance reach out of the letters.</summary>
    public Margins Margins
    {
        get
        {
            // A Gaussian blur has faded below sight at twice its radius.
            var shadow = Shadow.IsVisible ? Outline + Shadow.Spread + (2 * Shadow.Blur) : 0;
            var box = Box.IsVisible ? Box.Padding : 0;
            var rise = Entrance.Kind is EntranceKind.Rise ? RiseDistance : 0;
            var popHeight = (Active.Overshoot - 1) * Size / 2;
            return new Margins(
                Left: Math.Max(box, Math.Max(Outline + PopReach, shadow - Shadow.X)),
                Top: Math.Max(box, Math.Max(Outline + popHeight, shadow - Shadow.Y)),
                Right: Math.Max(box, Math.Max(Outline + PopReach, shadow + Shadow.X)),
                Bottom: rise + Math.Max(box, Math.Max(Outline + popHeight, shadow + Shadow.Y)));
        }
    }

    /// <summary>How far below its place a rising group begins.</summary>
    public double RiseDistance => 0.3 * Size;

    /// <summary>The widest line of letters that stays inside the safe zone.</summary>
    public double LineWidth
    {
        get
        {
            var toLeft = X - SafeZone.Left - Margins.Left;
            var toRight = SafeZone.Right - Margins.Right - X;
            return Align switch
            {
                _ when toLeft < 0 || toRight < 0 => 0,
                TextAlign.Left => toRight,
                TextAlign.Right => toLeft,
                _ => 2 * Math.Min(toLeft, toRight),
            };
        }
    }
}
