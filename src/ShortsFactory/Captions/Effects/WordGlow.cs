using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Effects;

/// <summary>Light around each word, of another colour while it is spoken.</summary>
internal sealed class WordGlow(CaptionScene scene) : ICaptionEffect
{
    public IEnumerable<AssEvent> Draw(PlacedGroup placed)
    {
        var glow = scene.Template.Glow;
        return
            from word in placed.Words
            from state in scene.States(placed, word)
            let color = ColorOf(word.Word, state.State)
            where color.Alpha > 0
            from line in new Sprite
            {
                Group = placed,
                Layer = AssLayer.Glow,
                Style = AssStyle.Glow,
                Word = word.Word,
                Start = state.Start,
                End = state.End,
                Place = (word.X, word.Y),
                Motion = scene.Travel(placed, word),
                Opacity = scene.Opacity(placed, word.Word),
                Tags = _ => $@"\blur{AssFormat.Number(glow.Blur)}{AssFormat.FillTags(color)}{AssFormat.BorderTags(color)}",
                Text = scene.TextOf(word),
            }.Events()
            select line;
    }

    private RgbaColor ColorOf(int word, AssStyle state) => state is not AssStyle.Active
        ? scene.Template.Glow.Text
        : scene.Palette.IsEmphasis(word) ? scene.Template.Glow.Emphasis : scene.Template.Glow.Active;
}
