using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Layout;

namespace ShortsFactory.Captions.Effects;

/// <summary>A stroke of a brush under the word that is being spoken, drawn from left to right.</summary>
internal sealed class Underline(CaptionScene scene) : ICaptionEffect
{
    /// <summary>How far the stroke reaches beyond the word, as a share of its thickness.</summary>
    private const double Reach = 0.5;

    public IEnumerable<AssEvent> Draw(PlacedGroup placed) => placed.Words.SelectMany(word => Below(word, placed));

    private IEnumerable<AssEvent> Below(PlacedWord word, PlacedGroup placed)
    {
        var style = scene.Template.Underline;
        var (start, end) = scene.Clock.Light(placed.Group, word.Word);
        var reach = style.Thickness * Reach;
        var width = word.Width + (2 * reach);
        var left = word.X - (width / 2);
        var duration = style.Duration < end - start ? style.Duration : end - start;
        return new Sprite
        {
            Group = placed,
            Layer = AssLayer.Mark,
            Style = AssStyle.Mark,
            Word = word.Word,
            Start = start,
            End = end,
            Place = (word.X, word.Baseline + (word.FontScale * style.Offset)),
            Motion = scene.Travel(placed, word),
            Opacity = scene.Opacity(placed, word.Word),
            Tags = elapsed => $@"{AssFormat.FillTags(style.Color)}{Wipe(left, left + width, duration, elapsed)}\p1",
            Text = BrushStroke.Draw(width, style.Thickness),
        }.Events();
    }

    private string Wipe(double left, double right, TimeSpan duration, TimeSpan elapsed) => elapsed >= duration
        ? ""
        : $@"\clip({Area(left, double.Lerp(left, right, elapsed / duration))})\t(0,{AssFormat.Milliseconds(duration - elapsed)},\clip({Area(left, right)}))";

    private string Area(double left, double right) =>
        $"{AssFormat.Number(Math.Floor(left) - 1)},0,{AssFormat.Number(Math.Ceiling(right) + 1)},{scene.Template.Format.Height}";
}
