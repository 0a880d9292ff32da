using ShortsFactory.Captions.Layout;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Motions;

/// <summary>Brings a group to its place as a whole, or each word by itself if words appear one by one.</summary>
internal sealed class EntranceMotion(CaptionTemplate template, WordClock clock) : IWordMotion
{
    private const double PopFrom = 0.86;

    private static readonly (double Time, double Share)[] EaseOut = [(0, 1), (0.4, 0.36), (1, 0)];

    public Motion Of(PlacedGroup group, PlacedWord word)
    {
        var duration = clock.EntranceDuration(group.Group, word.Word);
        if (duration == TimeSpan.Zero)
        {
            return Motion.None;
        }

        var appearance = clock.Appearance(group.Group, word.Word) - group.Group.Start;
        var remaining = new Curve([.. EaseOut.Select(point => (appearance + (point.Time * duration), point.Share))]);
        var ink = template.Reveal is Reveal.Group ? group.Ink : word.Ink;

        // A group with more lines than usual grows less, or it would leave the safe zone.
        var peak = Math.Min(template.EntrancePeak - 1, 2 * template.PeakHeight / ink.Height);
        return template.Entrance.Kind switch
        {
            EntranceKind.Pop => Growth(remaining.Select(share => 1 - (share * (1 - PopFrom))), ink, word),
            EntranceKind.Stamp => Growth(remaining.Select(share => 1 + (share * peak)), ink, word),
            EntranceKind.Rise => new Motion { Y = remaining.Select(share => share * template.TravelDistance) },
            EntranceKind.Drop => new Motion { Y = remaining.Select(share => -share * template.TravelDistance) },
            _ => Motion.None,
        };
    }

    /// <summary>A size that everything in the ink has together, around the middle of the ink.</summary>
    internal static Motion Growth(Curve scale, SkiaSharp.SKRect ink, PlacedWord word) => new()
    {
        X = scale.Select(size => (1 - size) * (ink.MidX - word.X)),
        Y = scale.Select(size => (1 - size) * (ink.MidY - word.Y)),
        Scale = scale,
    };
}
