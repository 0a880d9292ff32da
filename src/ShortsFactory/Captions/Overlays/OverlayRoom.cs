using ShortsFactory.Templates;
using ShortsFactory.Templates.Overlays;

namespace ShortsFactory.Captions.Overlays;

/// <summary>Shares the safe zone out: what lies at its edges takes strips of it, and captions keep to the rest.</summary>
internal static class OverlayRoom
{
    private const double Gap = 24;

    /// <summary>The template of captions that keep off what lies at the edges.</summary>
    public static CaptionTemplate ForCaptions(CaptionTemplate template)
    {
        var (top, bottom) = (Strip(template, isTop: true), Strip(template, isTop: false));
        if (top == 0 && bottom == 0)
        {
            return template;
        }

        var zone = template.SafeZone with { Top = template.SafeZone.Top + top, Bottom = template.SafeZone.Bottom - bottom };
        return (template with { SafeZone = zone, Y = Math.Clamp(template.Y, zone.Top, zone.Bottom) }).WithRoomForLines();
    }

    /// <summary>What is free above or below the captions, whichever is more.</summary>
    /// <param name="captions">The captions' template, with its zone.</param>
    /// <param name="highest">The upper edge of what captions cover.</param>
    /// <param name="lowest">The lower edge of it.</param>
    public static SafeZone Beside(CaptionTemplate captions, double highest, double lowest)
    {
        var (zone, gap) = (captions.SafeZone, Gap * captions.Format.Scale);
        return highest - zone.Top >= zone.Bottom - lowest
            ? zone with { Bottom = Math.Max(zone.Top, highest - gap) }
            : zone with { Top = Math.Min(zone.Bottom, lowest + gap) };
    }

    /// <summary>How far from the edge the watermark lies, to leave room for the bar.</summary>
    public static double BarStrip(CaptionTemplate template, bool isTop)
    {
        var bar = template.Overlays.Progress;
        return bar.Show is Switch.On && bar.Edge is Edge.Top == isTop ? bar.Height + (Gap * template.Format.Scale) : 0;
    }

    private static double Strip(CaptionTemplate template, bool isTop)
    {
        var mark = template.Overlays.Watermark;
        var isHere = mark.Corner is Corner.TopLeft or Corner.TopRight == isTop;
        var height = mark.Show is Switch.On && isHere ? MarkHeight(mark) + (Gap * template.Format.Scale) : 0;
        return BarStrip(template, isTop) + height;
    }

    private static double MarkHeight(WatermarkStyle mark) =>
        mark.Image is { } image ? ImageSize.Of(image, mark.Width, OverlayReader.Watermark).Height : mark.Text is null ? 0 : mark.Size;
}
