using ShortsFactory.Captions.Fonts;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Recognition;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Ass;

/// <summary>
/// Turns placed groups into what libass draws. Every word has its own position, so nothing moves when its neighbour pops,
/// and goes through up to three states: to be spoken, being spoken, spoken. One event for each, without gap or overlap.
/// </summary>
internal sealed class CaptionAnimator(CaptionTemplate template, FontFace main, IReadOnlyList<TimedWord> words)
{
    private const int BoxLayer = 0;
    private const int ShadowLayer = 1;
    private const int TextLayer = 2;
    private const int ActiveLayer = 3;

    private readonly EntranceMotion _entrance = new(template);

    public IEnumerable<AssEvent> Animate(PlacedGroup placed)
    {
        if (template.Box.IsVisible)
        {
            yield return Box(placed);
        }

        if (template.Shadow.IsVisible)
        {
            foreach (var word in placed.Words)
            {
                yield return Shadow(placed, word);
            }
        }

        foreach (var word in placed.Words)
        {
            var light = (Start: words[word.Word].Start, End: GroupTiming.EndOfLight(words, placed.Group, word.Word));
            if (placed.Group.Start < light.Start)
            {
                yield return Word(placed, word, AssStyle.Text, placed.Group.Start, light.Start);
            }

            yield return Word(placed, word, AssStyle.Active, light.Start, light.End);
            if (light.End < placed.Group.End)
            {
                yield return Word(placed, word, AssStyle.Spoken, light.End, placed.Group.End);
            }
        }
    }

    /// <summary>The box stands still: it would flicker between groups that follow each other if it came in with each.</summary>
    private AssEvent Box(PlacedGroup placed)
    {
        var padding = template.Box.Padding;
        var ink = placed.Ink;
        var top = Math.Min(placed.CapitalsTop - padding, ink.Top - (padding / 2));
        var bottom = Math.Max(placed.LastBaseline + padding, ink.Bottom + (padding / 2));
        var box = RoundedBox.Draw(ink.Width + (2 * padding), bottom - top, template.Box.Radius);
        return new AssEvent
        {
            Layer = BoxLayer,
            Start = placed.Group.Start,
            End = placed.Group.End,
            Style = AssStyle.Box,
            Text = $@"{{\pos({AssFormat.Number(ink.Left - padding)},{AssFormat.Number(top)})\p1}}{box}",
        };
    }

    private AssEvent Shadow(PlacedGroup placed, PlacedWord word)
    {
        var position = _entrance.Tags(word.X + template.Shadow.X, word.Y + template.Shadow.Y, placed.Ink, TimeSpan.Zero);
        var blur = template.Shadow.Blur > 0 ? $@"\blur{AssFormat.Number(template.Shadow.Blur)}" : "";
        return new AssEvent
        {
            Layer = ShadowLayer,
            Start = placed.Group.Start,
            End = placed.Group.End,
            Style = AssStyle.Shadow,
            Text = $"{{{position}{_entrance.Scale.Tags()}{blur}}}{AssFormat.Text(word.Text, main, word.FontScale)}",
        };
    }

    private AssEvent Word(PlacedGroup placed, PlacedWord word, AssStyle state, TimeSpan start, TimeSpan end)
    {
        var sinceEntrance = start - placed.Group.Start;
        var scale = _entrance.Scale.From(sinceEntrance).Times(ScaleOf(word, state, placed.Group));
        var position = _entrance.Tags(word.X, word.Y, placed.Ink, sinceEntrance);
        var color = ColorTags(words[word.Word].Emphasis, state, fades: sinceEntrance > TimeSpan.Zero);
        return new AssEvent
        {
            Layer = state is AssStyle.Active ? ActiveLayer : TextLayer,
            Start = start,
            End = end,
            Style = state,
            Text = $"{{{position}{scale.Tags()}{color}}}{AssFormat.Text(word.Text, main, word.FontScale)}",
        };
    }

    /// <summary>The pop of a word while it is lit, and its way back afterwards.</summary>
    private ScaleCurve ScaleOf(PlacedWord word, AssStyle state, WordGroup group)
    {
        var active = template.Active;
        if (state is AssStyle.Text || active.Overshoot <= 1)
        {
            return new ScaleCurve((TimeSpan.Zero, 1));
        }

        // A wide word may not grow as much as a narrow one, or it would touch its neighbours.
        var share = Math.Min(1, 2 * template.PopReach / ((active.Overshoot - 1) * word.Width));
        var pop = new ScaleCurve(
            (TimeSpan.Zero, 1),
            (active.Duration / 2, 1 + (share * (active.Overshoot - 1))),
            (active.Duration, 1 + (share * (active.Scale - 1))));
        if (state is AssStyle.Active)
        {
            return pop;
        }

        var lit = GroupTiming.EndOfLight(words, group, word.Word) - words[word.Word].Start;
        return new ScaleCurve((TimeSpan.Zero, pop.At(lit)), (active.Duration, 1));
    }

    private string ColorTags(bool emphasis, AssStyle state, bool fades)
    {
        var color = ColorOf(emphasis, state);
        var before = ColorOf(emphasis, state is AssStyle.Active ? AssStyle.Text : AssStyle.Active);
        if (fades && state is not AssStyle.Text && template.Active.Fade > TimeSpan.Zero && before != color)
        {
            return $@"{AssFormat.FillTags(before)}\t(0,{AssFormat.Milliseconds(template.Active.Fade)},{AssFormat.FillTags(color)})";
        }

        return emphasis ? AssFormat.FillTags(color) : "";
    }

    private RgbaColor ColorOf(bool emphasis, AssStyle state)
    {
        var color = state switch
        {
            AssStyle.Active => template.Colors.Active,
            AssStyle.Spoken => template.Colors.Spoken,
            _ => template.Colors.Text,
        };
        return emphasis ? template.Colors.Emphasis with { Alpha = color.Alpha } : color;
    }
}
