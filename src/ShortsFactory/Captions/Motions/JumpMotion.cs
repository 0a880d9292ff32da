using ShortsFactory.Captions.Layout;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Motions;

/// <summary>Throws a word up when it is spoken; it falls back, and is at rest when it lands for the second time.</summary>
internal sealed class JumpMotion(CaptionTemplate template, WordClock clock) : IWordMotion
{
    /// <summary>A large and a small parabola, as shares of time and height.</summary>
    private static readonly (double Time, double Height)[] Path =
        [(0, 0), (0.12, 0.6), (0.25, 0.92), (0.34, 1), (0.43, 0.92), (0.56, 0.6), (0.68, 0), (0.78, 0.16), (0.84, 0.2), (0.9, 0.16), (1, 0)];

    public Motion Of(PlacedGroup group, PlacedWord word)
    {
        if (template.Active.Jump == 0)
        {
            return Motion.None;
        }

        var start = clock.Light(group.Group, word.Word).Start - group.Group.Start;
        return new Motion
        {
            Y = new Curve([.. Path.Select(point => (start + (point.Time * template.Active.Duration), -point.Height * template.Active.Jump))]),
        };
    }
}
