using ShortsFactory.Templates.Overlays;

namespace ShortsFactory.Templates;

/// <summary>
/// Fits templates, which are written for the standard picture, to another one: lengths grow with the shorter side, places keep their
/// share of width and height. Beside a picture of another shape platforms put their buttons next to it, so all of it but a margin is free.
/// </summary>
internal static class TemplateFormat
{
    /// <summary>The margin around pictures of another shape, as a share of the shorter side.</summary>
    private const double Margin = 0.06;

    public static CaptionTemplate For(CaptionTemplate template, PictureFormat format)
    {
        var scale = format.Scale;
        var x = (double)format.Width / PictureFormat.Standard.Width;
        var y = (double)format.Height / PictureFormat.Standard.Height;
        var zone = ZoneOf(template.SafeZone, format, x, y);
        return template with
        {
            Format = format,
            Size = template.Size * scale,
            LinePitch = template.LinePitch * scale,
            WordGap = template.WordGap * scale,
            X = Math.Clamp(template.X * x, zone.Left, zone.Right),
            Y = Math.Clamp(template.Y * y, zone.Top, zone.Bottom),
            Outline = template.Outline * scale,
            Shadow = Scaled(template.Shadow, scale),
            Glow = template.Glow with { Blur = template.Glow.Blur * scale, Spread = template.Glow.Spread * scale },
            Box = template.Box with
            {
                Padding = template.Box.Padding * scale,
                Radius = template.Box.Radius * scale,
                StripeWidth = template.Box.StripeWidth * scale,
            },
            Highlight = template.Highlight with
            {
                PaddingX = template.Highlight.PaddingX * scale,
                PaddingY = template.Highlight.PaddingY * scale,
                Radius = template.Highlight.Radius * scale,
            },
            Underline = template.Underline with { Thickness = template.Underline.Thickness * scale, Offset = template.Underline.Offset * scale },
            Active = template.Active with { Jump = template.Active.Jump * scale },
            SafeZone = zone,
            Overlays = Scaled(template.Overlays, scale),
        };
    }

    private static SafeZone ZoneOf(SafeZone zone, PictureFormat format, double x, double y)
    {
        var margin = Margin * Math.Min(format.Width, format.Height);
        return format.IsTall
            ? new SafeZone { Left = zone.Left * x, Top = zone.Top * y, Right = zone.Right * x, Bottom = zone.Bottom * y }
            : new SafeZone { Left = margin, Top = margin, Right = format.Width - margin, Bottom = format.Height - margin };
    }

    private static ShadowStyle Scaled(ShadowStyle shadow, double scale) => shadow with
    {
        X = shadow.X * scale,
        Y = shadow.Y * scale,
        Blur = shadow.Blur * scale,
        Spread = shadow.Spread * scale,
    };

    private static OverlayStyles Scaled(OverlayStyles overlays, double scale) => new()
    {
        Hook = overlays.Hook with { Size = overlays.Hook.Size * scale },
        Progress = overlays.Progress with { Height = overlays.Progress.Height * scale },
        Watermark = overlays.Watermark with { Size = overlays.Watermark.Size * scale, Width = overlays.Watermark.Width * scale },
        EndCard = overlays.EndCard with { Size = overlays.EndCard.Size * scale, LogoWidth = overlays.EndCard.LogoWidth * scale },
    };
}
