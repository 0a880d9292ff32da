using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Layout;

namespace ShortsFactory.Captions.Effects;

/// <summary>The shadow of each word. It follows the word's way, but does not pop: a soft edge that changes its size costs time.</summary>
internal sealed class WordShadows(CaptionScene scene) : ICaptionEffect
{
    public IEnumerable<AssEvent> Draw(PlacedGroup placed)
    {
        var shadow = scene.Template.Shadow;
        var blur = shadow.Blur > 0 ? $@"\blur{AssFormat.Number(shadow.Blur)}" : "";
        return placed.Words.SelectMany(word => new Sprite
        {
            Group = placed,
            Layer = AssLayer.Shadow,
            Style = AssStyle.Shadow,
            Word = word.Word,
            Start = scene.Clock.Appearance(placed.Group, word.Word),
            End = placed.Group.End,
            Place = (word.X + shadow.X, word.Y + shadow.Y),
            Motion = scene.Travel(placed, word),
            Opacity = scene.Opacity(placed, word.Word),
            Tags = _ => blur,
            Text = scene.TextOf(word),
        }.Events());
    }
}
