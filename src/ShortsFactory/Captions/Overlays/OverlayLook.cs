using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Overlays;

/// <summary>Derives the look of a standing text from that of the captions: the same letters, none of what follows the voice.</summary>
internal static class OverlayLook
{
    private const int MostWords = 100;
    /// <summary>The most lines of a large text, and of one that had to become small.</summary>
    private const int MostLines = 4;
    private const int MostSmallLines = 6;
    private const double Small = 0.66;
    private const double LineHeight = 1.1;

    private static readonly TimeSpan Coming = TimeSpan.FromMilliseconds(220);
    private static readonly TimeSpan Going = TimeSpan.FromMilliseconds(240);

    /// <param name="captions">The look of the captions.</param>
    /// <param name="size">The size of the fonts' em square.</param>
    /// <param name="color">The colour of the letters.</param>
    /// <param name="zone">Where it has room; it stands in the middle of its height, and in the middle of the picture.</param>
    public static CaptionTemplate Of(CaptionTemplate captions, double size, RgbaColor color, SafeZone zone)
    {
        var ratio = size / captions.Size;
        var bare = captions.Outline == 0 && !captions.Shadow.IsVisible;
        return captions with
        {
            Size = size,
            Words = MostWords,
            Lines = MostLines,
            LinePitch = size * Math.Max(LineHeight, captions.LinePitch / captions.Size * 0.98),
            WordGap = captions.WordGap * ratio,
            X = captions.Format.Width / 2.0,
            Y = (zone.Top + zone.Bottom) / 2,
            Anchor = VerticalAnchor.Middle,
            Align = TextAlign.Center,
            Colors = new TextColors
            {
                Text = color,
                Active = color,
                Spoken = color,
                Emphasis = null,
                EmphasisActive = null,
                Number = null,
                Outline = captions.Colors.Outline,
            },
            Gradient = captions.Gradient with { Text = null, Active = null, Spoken = null, Emphasis = null, Number = null },
            Outline = captions.Outline * ratio,
            Shadow = bare ? SoftShadow(size) : captions.Shadow,
            Glow = captions.Glow with { Text = RgbaColor.Transparent, Active = RgbaColor.Transparent, Emphasis = RgbaColor.Transparent },
            Box = captions.Box with { Color = RgbaColor.Transparent },
            Highlight = captions.Highlight with { Color = RgbaColor.Transparent },
            Underline = captions.Underline with { Color = RgbaColor.Transparent },
            Active = new ActiveEffect { Scale = 1, Overshoot = 1, Jump = 0, Duration = TimeSpan.Zero, Fade = TimeSpan.Zero, Fill = ActiveFill.Whole },
            EmphasisScale = 1,
            StackScale = 1,
            Reveal = Reveal.Group,
            Entrance = new Entrance { Kind = EntranceKind.Rise, Duration = Coming },
            Exit = new Exit { Kind = ExitKind.Shrink, Duration = Going },
            SafeZone = zone,
        };
    }

    /// <summary>The look with a box behind its letters, instead of outline and shadow. The box is there at once, and so are they.</summary>
    public static CaptionTemplate OnBox(CaptionTemplate look, RgbaColor box) => look with
    {
        Entrance = look.Entrance with { Kind = EntranceKind.Pop },
        Outline = 0,
        Shadow = look.Shadow with { Color = RgbaColor.Transparent },
        Box = look.Box with
        {
            Color = box,
            Padding = 0.42 * look.Size,
            Radius = 0.3 * look.Size,
            Fit = BoxFit.Words,
            Stripe = RgbaColor.Transparent,
        },
    };

    /// <summary>The look in another size.</summary>
    public static CaptionTemplate Scaled(CaptionTemplate look, double scale) => look with
    {
        Size = look.Size * scale,
        Lines = look.Lines > 1 && scale < Small ? MostSmallLines : look.Lines,
        LinePitch = look.LinePitch * scale,
        WordGap = look.WordGap * scale,
        Outline = look.Outline * scale,
        Box = look.Box with { Padding = look.Box.Padding * scale, Radius = look.Box.Radius * scale },
    };

    /// <summary>For letters that captions show on a box: on the bare picture they need something to stand out from.</summary>
    private static ShadowStyle SoftShadow(double size) => new()
    {
        Color = new RgbaColor(0, 0, 0, 0xC0),
        X = 0,
        Y = size / 30,
        Blur = size / 10,
        Spread = size / 40,
    };
}
