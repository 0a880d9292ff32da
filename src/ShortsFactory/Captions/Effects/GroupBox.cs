using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Captions.Motions;
using ShortsFactory.Templates;
using SkiaSharp;

namespace ShortsFactory.Captions.Effects;

/// <summary>The box behind a group, with the stripe at its left edge. It stands still.</summary>
internal sealed class GroupBox(CaptionScene scene) : ICaptionEffect
{
    private readonly CaptionTemplate _template = scene.Template;

    public IEnumerable<AssEvent> Draw(PlacedGroup placed)
    {
        var area = _template.Box.Fit is BoxFit.Lines ? AreaOfLines() : AreaOfWords(placed);
        foreach (var line in Rectangle(placed, area, AssLayer.Box, _template.Box.Radius, tags: ""))
        {
            yield return line;
        }

        if (_template.Box.HasStripe)
        {
            var stripe = new SKRect(area.Left - (float)_template.Box.StripeWidth, area.Top, area.Left, area.Bottom);
            foreach (var line in Rectangle(placed, stripe, AssLayer.Stripe, radius: 0, AssFormat.FillTags(_template.Box.Stripe)))
            {
                yield return line;
            }
        }
    }

    private IEnumerable<AssEvent> Rectangle(PlacedGroup placed, SKRect area, int layer, double radius, string tags) => new Sprite
    {
        Group = placed,
        Layer = layer,
        Style = AssStyle.Box,
        Start = placed.Group.Start,
        End = placed.Group.End,
        Place = (area.Left, area.Top),
        Motion = Motion.None,
        Opacity = scene.Leaving(placed),
        Tags = _ => $@"{tags}\p1",
        Text = RoundedBox.Draw(area.Width, area.Height, radius),
    }.Events();

    private SKRect AreaOfWords(PlacedGroup placed)
    {
        var padding = _template.Box.Padding;
        var ink = placed.Ink;
        var top = Math.Min(placed.CapitalsTop - padding, ink.Top - (padding / 2));
        var bottom = Math.Max(placed.LastBaseline + padding, ink.Bottom + (padding / 2));
        return new SKRect((float)(ink.Left - padding), (float)top, (float)(ink.Right + padding), (float)bottom);
    }

    /// <summary>The same for all groups: what the most and widest lines would need.</summary>
    private SKRect AreaOfLines()
    {
        var padding = _template.Box.Padding;
        var height = scene.CapHeight + ((_template.Lines - 1) * _template.LinePitch);
        var top = _template.Anchor switch
        {
            VerticalAnchor.Top => _template.Y,
            VerticalAnchor.Bottom => _template.Y - height,
            _ => _template.Y - (height / 2),
        };
        var left = _template.Align switch
        {
            TextAlign.Left => _template.X,
            TextAlign.Right => _template.X - _template.LineWidth,
            _ => _template.X - (_template.LineWidth / 2),
        };
        return new SKRect((float)(left - padding), (float)(top - padding), (float)(left + _template.LineWidth + padding), (float)(top + height + padding));
    }
}
