using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Captions.Motions;

namespace ShortsFactory.Captions.Effects;

/// <summary>
/// Something at a place that moves. As ASS moves a line along one straight way only, it becomes one event for each
/// stretch of its way, without gap or overlap.
/// </summary>
internal sealed record Sprite
{
    public required PlacedGroup Group { get; init; }

    public required int Layer { get; init; }

    public required AssStyle Style { get; init; }

    public int? Word { get; init; }

    public required TimeSpan Start { get; init; }

    public required TimeSpan End { get; init; }

    /// <summary>The place, in pixels.</summary>
    public required (double X, double Y) Place { get; init; }

    public required Motion Motion { get; init; }

    /// <summary>How visible it is, 0 to 1, on the group's clock.</summary>
    public required Curve Opacity { get; init; }

    /// <summary>Override tags for an event that begins some time after the sprite.</summary>
    public Func<TimeSpan, string> Tags { get; init; } = _ => "";

    public required string Text { get; init; }

    public IEnumerable<AssEvent> Events()
    {
        var cuts = Motion.X.Times.Concat(Motion.Y.Times).Select(time => CaptionClock.Round(Group.Group.Start + time));
        TimeSpan[] times = [Start, .. cuts.Where(time => time > Start && time < End).Distinct().Order(), End];
        var stretches = times.Zip(times.Skip(1), (from, to) => (From: from, To: to)).ToList();

        // Stretches on which it rests are one.
        for (var index = stretches.Count - 1; index > 0; index--)
        {
            if (Rests(stretches[index]) && Rests(stretches[index - 1]) && At(stretches[index].To) == At(stretches[index - 1].From))
            {
                stretches[index - 1] = (stretches[index - 1].From, stretches[index].To);
                stretches.RemoveAt(index);
            }
        }

        return stretches.Select(stretch => Event(stretch.From, stretch.To));
    }

    private AssEvent Event(TimeSpan from, TimeSpan to)
    {
        var position = At(from) == At(to) ? $@"\pos({Point(from)})" : $@"\move({Point(from)},{Point(to)})";
        var sinceGroup = from - Group.Group.Start;
        var scale = CurveTags.Scale(Motion.Scale, sinceGroup, to - from);
        return new AssEvent
        {
            Layer = Layer,
            Start = from,
            End = to,
            Style = Style,
            Word = Word,
            Text = $"{{{position}{CurveTags.Fade(Opacity, sinceGroup, to - from)}{scale}{Tags(from - Start)}}}{Text}",
        };
    }

    private bool Rests((TimeSpan From, TimeSpan To) stretch) => At(stretch.From) == At(stretch.To);

    /// <summary>The place at a time, as exactly as ASS is told.</summary>
    private (double X, double Y) At(TimeSpan time)
    {
        var elapsed = time - Group.Group.Start;
        return (Math.Round(Place.X + Motion.X.At(elapsed), 1), Math.Round(Place.Y + Motion.Y.At(elapsed), 1));
    }

    private string Point(TimeSpan time) => $"{AssFormat.Number(At(time).X)},{AssFormat.Number(At(time).Y)}";
}
