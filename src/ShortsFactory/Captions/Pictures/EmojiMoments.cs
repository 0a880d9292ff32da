using ShortsFactory.Captions.Effects;
using ShortsFactory.Captions.Layout;

namespace ShortsFactory.Captions.Pictures;

/// <summary>
/// How a group's emoji look from one moment to the next: they come, move and go as their words do. A picture cannot move by
/// itself as an ASS line does, so its way is followed in steps of a 60th of a second, which meets every frame of 30 and 60 a second.
/// </summary>
internal sealed class EmojiMoments(CaptionScene scene)
{
    private const int StepsPerSecond = 60;

    /// <summary>What is visible from each moment on; the first is the group's start, and no two that follow each other look the same.</summary>
    public IEnumerable<(TimeSpan Start, IReadOnlyList<EmojiPose> Poses)> Of(PlacedGroup placed)
    {
        var shown = placed.Group.Start;
        var poses = PosesAt(placed, shown);
        yield return (shown, poses);
        for (var step = (long)(shown.TotalSeconds * StepsPerSecond) + 1; ; step++)
        {
            // The tick of the animation's clock at or before the step, so that a frame at that moment has it already.
            var time = TimeSpan.FromTicks(step * TimeSpan.TicksPerSecond / StepsPerSecond);
            var tick = CaptionClock.Tick * Math.Floor(time / CaptionClock.Tick);
            if (tick >= placed.Group.End)
            {
                yield break;
            }

            var next = PosesAt(placed, time);
            if (tick > shown && !next.SequenceEqual(poses))
            {
                yield return (shown, poses) = (tick, next);
            }
        }
    }

    private EmojiPose[] PosesAt(PlacedGroup placed, TimeSpan time) =>
    [
        .. placed.Pictures
            .Where(emoji => scene.Clock.Appearance(placed.Group, emoji.Word) <= time)
            .Select(emoji => Pose(placed, emoji, time - placed.Group.Start)),
    ];

    private EmojiPose Pose(PlacedGroup placed, PlacedWord emoji, TimeSpan elapsed)
    {
        var motion = scene.Movement(placed, emoji);
        return new EmojiPose(
            emoji,
            Math.Round(motion.X.At(elapsed), 1),
            Math.Round(motion.Y.At(elapsed), 1),
            Math.Round(motion.Scale.At(elapsed), 3),
            Math.Round(scene.Opacity(placed, emoji.Word).At(elapsed), 2));
    }
}
