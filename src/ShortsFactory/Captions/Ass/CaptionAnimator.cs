using ShortsFactory.Captions.Effects;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Recognition;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Ass;

/// <summary>Turns placed groups into what libass draws: the effects that the template asks for, from the back to the front.</summary>
internal sealed class CaptionAnimator(CaptionTemplate template, FontFace main, IReadOnlyList<TimedWord> words)
{
    private readonly ICaptionEffect[] _effects = [.. Effects(new CaptionScene(template, main, words))];

    public IEnumerable<AssEvent> Animate(PlacedGroup placed) => _effects.SelectMany(effect => effect.Draw(placed));

    private static IEnumerable<ICaptionEffect> Effects(CaptionScene scene)
    {
        var template = scene.Template;
        if (template.Box.IsVisible)
        {
            yield return new GroupBox(scene);
        }

        if (template.Highlight.IsVisible)
        {
            yield return new Highlight(scene);
        }

        if (template.Underline.IsVisible)
        {
            yield return new Underline(scene);
        }

        if (template.Glow.IsVisible)
        {
            yield return new WordGlow(scene);
        }

        if (template.Shadow.IsVisible)
        {
            yield return new WordShadows(scene);
        }

        yield return new Letters(scene);
    }
}
