using System.Globalization;
using ShortsFactory.Captions.Ass;
using ShortsFactory.Templates;
using ShortsFactory.Templates.Overlays;

namespace ShortsFactory.Captions.Overlays;

/// <summary>Draws the bar that grows evenly with the time: at any frame it is as long as the share of the short that has gone by.</summary>
internal static class ProgressBar
{
    /// <param name="template">Has the bar's style, the picture and the safe zone.</param>
    /// <param name="duration">The length of the short.</param>
    public static IEnumerable<AssEvent> Draw(CaptionTemplate template, TimeSpan duration)
    {
        var style = template.Overlays.Progress;
        var (left, top, width, height) = Area(template);
        var shape = RoundedBox.Draw(width, height, height / 2);
        var place = Invariant($@"\an7\pos({left:0},{top:0})");
        var from = Invariant($@"\clip({left:0},{top:0},{left:0},{top + height:0})");
        var to = Invariant($@"\t(0,{duration.TotalMilliseconds:0},\clip({left:0},{top:0},{left + width:0},{top + height:0}))");
        return
        [
            Event(OverlayLayer.Progress, $@"{{{place}{AssFormat.FillTags(style.Track)}\p1}}{shape}"),
            Event(OverlayLayer.ProgressBar, $@"{{{place}{from}{to}{AssFormat.FillTags(style.Color)}\p1}}{shape}"),
        ];

        AssEvent Event(int layer, string text) => new()
        {
            Layer = layer,
            Start = TimeSpan.Zero,
            End = duration + Layout.CaptionClock.Tick,
            Style = AssStyle.Box,
            Text = text,
        };
    }

    /// <summary>At the edge of the safe zone, as far from the left side of the picture as from the right one; in whole pixels.</summary>
    private static (double Left, double Top, double Width, double Height) Area(CaptionTemplate template)
    {
        var (zone, style, format) = (template.SafeZone, template.Overlays.Progress, template.Format);
        var side = Math.Ceiling(Math.Max(zone.Left, format.Width - zone.Right));
        var height = Math.Max(2, Math.Round(style.Height));
        var top = style.Edge is Edge.Top ? Math.Ceiling(zone.Top) : Math.Floor(zone.Bottom - height);
        return (side, top, format.Width - (2 * side), height);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
