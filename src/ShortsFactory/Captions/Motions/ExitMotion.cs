using ShortsFactory.Captions.Layout;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Motions;

/// <summary>Makes a group smaller while it goes, where no other one follows at once.</summary>
internal sealed class ExitMotion(CaptionTemplate template, WordClock clock) : IWordMotion
{
    private const double ShrinkTo = 0.9;

    public Motion Of(PlacedGroup group, PlacedWord word)
    {
        var duration = clock.ExitDuration(group.Group);
        if (template.Exit.Kind is not ExitKind.Shrink || duration == TimeSpan.Zero)
        {
            return Motion.None;
        }

        var length = group.Group.End - group.Group.Start;
        return EntranceMotion.Growth(new Curve((length - duration, 1), (length, ShrinkTo)), group.Ink, word);
    }
}
