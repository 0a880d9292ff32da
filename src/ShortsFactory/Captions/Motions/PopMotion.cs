using ShortsFactory.Captions.Layout;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Motions;

/// <summary>Makes a word larger while it is spoken, beyond its size at first, and brings it back afterwards.</summary>
internal sealed class PopMotion(CaptionTemplate template, WordClock clock) : IWordMotion
{
    public Motion Of(PlacedGroup group, PlacedWord word)
    {
        var active = template.Active;
        if (active.Overshoot <= 1)
        {
            return Motion.None;
        }

        // A wide word may not grow as much as a narrow one, or it would touch its neighbours.
        var share = Math.Min(1, 2 * template.PopReach / ((active.Overshoot - 1) * word.Width));
        var pop = new Curve(
            (TimeSpan.Zero, 1),
            (active.Duration / 2, 1 + (share * (active.Overshoot - 1))),
            (active.Duration, 1 + (share * (active.Scale - 1))));
        var (start, end) = clock.Light(group.Group, word.Word);
        var lit = end - start;
        var whole = new Curve(
            [.. pop.Times.Where(time => time < lit).Select(time => (time, pop.At(time))), (lit, pop.At(lit)), (lit + active.Duration, 1)]);
        return new Motion { Scale = whole.Delayed(start - group.Group.Start) };
    }
}
