using ShortsFactory.Captions.Effects;
using ShortsFactory.Captions.Layout;

namespace ShortsFactory.Captions.Ass;

/// <summary>Turns placed groups into what libass draws: the effects that the template asks for, from the back to the front.</summary>
internal sealed class CaptionAnimator(CaptionScene scene)
{
    private readonly ICaptionEffect[] _effects = [.. Effects(scene)];

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
