using System.Globalization;
using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Effects;

/// <summary>
/// The words themselves. Every word has its own place, so nothing moves when its neighbour pops, and goes through up to
/// three states: to be spoken, being spoken, spoken. There is always exactly one of them, without gap or overlap.
/// </summary>
internal sealed class Letters(CaptionScene scene) : ICaptionEffect
{
    private readonly CaptionTemplate _template = scene.Template;

    public IEnumerable<AssEvent> Draw(PlacedGroup placed) =>
        from word in placed.Words
        from state in scene.States(placed, word)
        from line in Draw(placed, word, state.State, state.Start, state.End)
        select line;

    private IEnumerable<AssEvent> Draw(PlacedGroup placed, PlacedWord word, AssStyle state, TimeSpan start, TimeSpan end)
    {
        var head = scene.Palette.Head(word.Word, state);
        var isTyped = state is AssStyle.Active && _template.Reveal is Reveal.Letter;
        var body = new Sprite
        {
            Group = placed,
            Layer = state is AssStyle.Active ? AssLayer.Active : AssLayer.Text,
            Style = state,
            Word = word.Word,
            Start = start,
            End = end,
            Place = (word.X, word.Y),
            Motion = scene.Movement(placed, word),
            Opacity = scene.Opacity(placed, word.Word),
            Tags = elapsed => Edge(state) + Color(word.Word, state, elapsed, end - start, isFirst: start == placed.Group.Start),
            Text = isTyped
                ? scene.TypedTextOf(word, scene.Clock.TypingTime(placed.Group, word.Word), AssFormat.AlphaTags(head, _template.Colors.Outline))
                : scene.TextOf(word),
        };
        var events = body.Events();
        return scene.Palette.Foot(word.Word, state) is { } foot
            ? events.Concat(Stripes(body, word, head, foot).SelectMany(stripe => stripe.Events()))
            : events;
    }

    /// <summary>The letters once more for each stripe of a gradient, without outline, clipped to the stripe.</summary>
    private IEnumerable<Sprite> Stripes(Sprite body, PlacedWord word, RgbaColor head, RgbaColor foot)
    {
        var steps = _template.Gradient.Steps;
        var height = word.FontScale * scene.CapHeight;
        var top = word.Baseline - height;
        for (var step = 0; step < steps; step++)
        {
            var color = RgbaColor.Mix(head, foot, (double)step / (steps - 1));
            var from = step == 0 ? 0 : (int)Math.Round(top + (height * step / steps));
            var to = step == steps - 1 ? _template.Format.Height : (int)Math.Round(top + (height * (step + 1) / steps));
            var tags = string.Create(CultureInfo.InvariantCulture, $@"\bord0\clip(0,{from},{_template.Format.Width},{to}){AssFormat.FillTags(color)}");
            yield return body with { Layer = AssLayer.Gradient, Tags = _ => tags };
        }
    }

    /// <summary>On its own box a word needs no outline.</summary>
    private string Edge(AssStyle state) => state is AssStyle.Active && _template.Highlight.IsVisible && _template.Outline > 0 ? @"\bord0" : "";

    private string Color(int word, AssStyle state, TimeSpan elapsed, TimeSpan length, bool isFirst)
    {
        var color = scene.Palette.Head(word, state);
        var before = scene.Palette.Head(word, state is AssStyle.Active ? AssStyle.Text : AssStyle.Active);
        if (state is AssStyle.Active && _template.Active.Fill is ActiveFill.Sweep)
        {
            return $@"{AssFormat.FillTags(color)}{AssFormat.SecondaryTags(before)}\kf{AssFormat.Number(length / CaptionClock.Tick)}";
        }

        var fade = _template.Active.Fade;
        if (elapsed < fade && before != color && state is not AssStyle.Text && !isFirst)
        {
            return $@"{AssFormat.FillTags(before)}\t({AssFormat.Milliseconds(-elapsed)},{AssFormat.Milliseconds(fade - elapsed)},{AssFormat.FillTags(color)})";
        }

        return color == Usual(state) ? "" : AssFormat.FillTags(color);
    }

    private RgbaColor Usual(AssStyle state) => state switch
    {
        AssStyle.Active => _template.Colors.Active,
        AssStyle.Spoken => _template.Colors.Spoken,
        _ => _template.Colors.Text,
    };
}
