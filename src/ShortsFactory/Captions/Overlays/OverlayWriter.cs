using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Pipeline;
using ShortsFactory.Templates;
using ShortsFactory.Templates.Overlays;

namespace ShortsFactory.Captions.Overlays;

/// <summary>Lays out what lies over the picture besides captions: hook, bar, watermark, end card; and the cover's title.</summary>
/// <param name="template">The template, whole: its zone is that of all overlays.</param>
/// <param name="captions">The same for captions, which keep off the edges.</param>
/// <param name="duration">The length of the short.</param>
/// <param name="openFonts">Opens fonts at a look's size.</param>
internal sealed class OverlayWriter(CaptionTemplate template, CaptionTemplate captions, TimeSpan duration, Func<CaptionTemplate, FontStack> openFonts)
{
    /// <summary>Size of the cover's title, as a factor on the hook's: it is read in a grid of small pictures.</summary>
    private const double CoverScale = 1.5;

    /// <summary>What lies beside the cover's title, and above and below it, as shares of width and height: nothing covers a cover, but grids cut it.</summary>
    private const double CoverMargin = 0.07;
    private const double CoverTop = 0.22;

    private static readonly TimeSpan ImageFade = TimeSpan.FromMilliseconds(300);

    private readonly List<AssLook> _looks = [];
    private readonly List<AssEvent> _events = [];
    private readonly List<ImageOverlay> _images = [];

    private TimeSpan CardStart => Layout.CaptionClock.Round(duration - template.Overlays.EndCard.Length);

    /// <summary>All overlays of a short.</summary>
    /// <param name="title">The script's title.</param>
    /// <param name="groups">The groups of captions, which the hook keeps off.</param>
    /// <exception cref="InvalidInputException">A text has no room, or a picture cannot be read.</exception>
    public DrawnOverlays Write(string title, IReadOnlyList<PlacedGroup> groups)
    {
        var captionsFrom = WriteHook(title, groups);
        if (template.Overlays.Progress.Show is Switch.On)
        {
            _events.AddRange(ProgressBar.Draw(template, duration));
        }

        WriteWatermark();
        WriteEndCard();
        return new DrawnOverlays { Looks = _looks, Events = _events, Images = _images, CaptionsFrom = captionsFrom };
    }

    /// <summary>The document of the cover's title: large, in the middle, over a darkened picture.</summary>
    public string WriteCover(string title)
    {
        var style = template.Overlays.Hook;
        var (width, height) = (template.Format.Width, template.Format.Height);
        var zone = new SafeZone { Left = CoverMargin * width, Top = CoverTop * height, Right = (1 - CoverMargin) * width, Bottom = (1 - CoverTop) * height };
        var look = OverlayLook.Of(template, style.Size * CoverScale, template.Colors.Text with { Alpha = byte.MaxValue }, zone);
        look = look with { Entrance = look.Entrance with { Kind = EntranceKind.None }, Exit = look.Exit with { Kind = ExitKind.None } };
        var always = (Start: TimeSpan.Zero, End: duration + TimeSpan.FromSeconds(1));
        var text = OverlayText.Write("Cover", title, look, OverlayLayer.Text, always, openFonts) ?? throw TooLong("cover", title);
        using var fonts = openFonts(template);
        AssLook[] looks = [new("", template, fonts.Main.Name, fonts.Main.AssSize), text.Look];
        return AssDocument.Write(looks, [Dim(new RgbaColor(0, 0, 0, 0x70), always.Start, always.End, fade: TimeSpan.Zero), .. text.Events]);
    }

    /// <summary>Writes the hook where it is beside the captions; where it has no room there, they wait until it has gone.</summary>
    private TimeSpan WriteHook(string title, IReadOnlyList<PlacedGroup> groups)
    {
        var style = template.Overlays.Hook;
        if (style.Show is Switch.Off)
        {
            return TimeSpan.Zero;
        }

        var end = CaptionClock.Round(style.Duration < CardStart ? style.Duration : CardStart);
        var (highest, lowest) = CaptionArea(groups.Where(group => group.Group.Start < end));
        var text = style.Text ?? title;
        if (Write(OverlayRoom.Beside(captions, highest, lowest)))
        {
            return TimeSpan.Zero;
        }

        return Write(captions.SafeZone) ? end : throw TooLong(OverlayReader.Hook, text);

        bool Write(SafeZone zone) =>
            Add(OverlayText.Write("Hook", text, Styled(OverlayLook.Of(template, style.Size, style.Color, zone), style.Box), OverlayLayer.Text, (TimeSpan.Zero, end), openFonts));
    }

    /// <summary>From the highest to the lowest pixel that captions cover, or would cover with all their lines.</summary>
    private (double Highest, double Lowest) CaptionArea(IEnumerable<PlacedGroup> groups)
    {
        var block = captions.Lines * captions.LinePitch;
        var top = captions.Y - captions.Anchor switch { VerticalAnchor.Top => 0, VerticalAnchor.Bottom => block, _ => block / 2 };
        var (highest, lowest) = (top, top + block);
        foreach (var group in groups)
        {
            (highest, lowest) = (Math.Min(highest, group.Ink.Top), Math.Max(lowest, group.Ink.Bottom));
        }

        return (highest - captions.Margins.Top, lowest + captions.Margins.Bottom);
    }

    private void WriteWatermark()
    {
        var style = template.Overlays.Watermark;
        if (style.Show is Switch.Off)
        {
            return;
        }

        var (isTop, isLeft) = (style.Corner is Corner.TopLeft or Corner.TopRight, style.Corner is Corner.TopLeft or Corner.BottomLeft);
        var (zone, strip) = (template.SafeZone, OverlayRoom.BarStrip(template, isTop));
        if (style.Image is { } image)
        {
            var (width, height) = ImageSize.Of(image, style.Width, OverlayReader.Watermark);
            _images.Add(new ImageOverlay
            {
                Path = image,
                X = Even(isLeft ? zone.Left : zone.Right - width),
                Y = Even(isTop ? zone.Top + strip : zone.Bottom - strip - height),
                Width = width,
                Height = height,
                Opacity = style.Opacity,
                Start = TimeSpan.Zero,
                End = template.Overlays.EndCard.IsVisible ? CardStart + ImageFade : null,
                Fade = ImageFade,
            });
        }
        else if (style.Text is { } text)
        {
            var opaque = OverlayLook.Of(template, style.Size, style.Color, zone);
            var look = opaque with
            {
                X = isLeft ? zone.Left + opaque.Margins.Left : zone.Right - opaque.Margins.Right,
                Y = isTop ? zone.Top + strip : zone.Bottom - strip,
                Lines = 1,
                Align = isLeft ? TextAlign.Left : TextAlign.Right,
                Anchor = isTop ? VerticalAnchor.Top : VerticalAnchor.Bottom,
                Case = LetterCase.AsIs,
                Punctuation = PunctuationRule.Keep,
                Colors = opaque.Colors with
                {
                    Text = Fade(style.Color),
                    Active = Fade(style.Color),
                    Spoken = Fade(style.Color),
                    Outline = Fade(opaque.Colors.Outline),
                },
                Outline = Math.Min(opaque.Outline, style.Size / 12),
                Shadow = opaque.Shadow with { Color = Fade(opaque.Shadow.Color) },
                Entrance = opaque.Entrance with { Kind = EntranceKind.None },
                Exit = opaque.Exit with { Kind = ExitKind.Fade },
            };
            if (!Add(OverlayText.Write("Watermark", text, look, OverlayLayer.Text, (TimeSpan.Zero, CardStart), openFonts)))
            {
                throw TooLong(OverlayReader.Watermark, text);
            }
        }

        RgbaColor Fade(RgbaColor color) => color with { Alpha = (byte)Math.Round(color.Alpha * style.Opacity) };
    }

    private void WriteEndCard()
    {
        var style = template.Overlays.EndCard;
        if (!style.IsVisible)
        {
            return;
        }

        var end = duration + Layout.CaptionClock.Tick;
        _events.Add(Dim(style.Dim, CardStart, end, ImageFade));
        var (zone, gap) = (template.SafeZone, style.Size / 2);
        var (logoWidth, logoHeight) = style.Logo is { } path ? ImageSize.Of(path, style.LogoWidth, OverlayReader.EndCard) : (0, 0);
        var below = logoHeight == 0 ? 0 : (logoHeight + gap) / 2;
        var text = style.Text is null ? null : OverlayText.Write(
            "EndCard",
            style.Text,
            OverlayLook.Of(template, style.Size, style.Color, zone with { Top = zone.Top + (2 * below) }),
            OverlayLayer.Text,
            (CardStart, end + TimeSpan.FromSeconds(1)),
            openFonts);
        if (!Add(text) && style.Text is { } tooLong)
        {
            throw TooLong(OverlayReader.EndCard, tooLong);
        }

        if (style.Logo is { } logo)
        {
            var bottom = text is null ? ((zone.Top + zone.Bottom) / 2) + (logoHeight / 2.0) : text.Ink.Top - gap;
            _images.Add(new ImageOverlay
            {
                Path = logo,
                X = Even((template.Format.Width - logoWidth) / 2.0),
                Y = Even(bottom - logoHeight),
                Width = logoWidth,
                Height = logoHeight,
                Opacity = 1,
                Start = CardStart,
                Fade = ImageFade,
            });
        }
    }

    private static InvalidInputException TooLong(string setting, string text) => new($"'{setting}' has no room for '{text}', however small it is written.")
    {
        Setting = setting,
        Advice = $"Write a shorter text: '{setting}: ...'.",
    };

    private bool Add(OverlayText? text)
    {
        if (text is not null)
        {
            _looks.Add(text.Look);
            _events.AddRange(text.Events);
        }

        return text is not null;
    }

    private AssEvent Dim(RgbaColor color, TimeSpan start, TimeSpan end, TimeSpan fade) => new()
    {
        Layer = OverlayLayer.Dim,
        Start = start,
        End = end,
        Style = AssStyle.Box,
        Text = $@"{{\an7\pos(0,0)\fad({AssFormat.Milliseconds(fade)},0){AssFormat.FillTags(color)}\p1}}{RoundedBox.Draw(template.Format.Width, template.Format.Height, 0)}",
    };

    private static CaptionTemplate Styled(CaptionTemplate look, RgbaColor box) => box.Alpha > 0 ? OverlayLook.OnBox(look, box) : look;

    private static int Even(double value) => 2 * (int)Math.Floor(value / 2);
}
