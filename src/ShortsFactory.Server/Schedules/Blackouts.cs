namespace ShortsFactory.Server.Schedules;

/// <summary>All blackouts of a schedule on one time line. Their moments are halves of it: the beginning belongs to a blackout, the end does not.</summary>
internal sealed class Blackouts(IReadOnlyList<BlackoutWindow> windows, WallClock clock)
{
    /// <summary>Blackouts that follow one another for longer than this count as endless.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366 * 2);

    /// <summary>Whether an instant is in one.</summary>
    public bool Contain(DateTimeOffset instant) => At(instant).Any();

    /// <summary>When it ends, with those that follow without a gap; <see langword="null"/> if there is no end in sight.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset instant)
    {
        var end = instant;
        while (At(end).Select(span => span.End).DefaultIfEmpty().Max() is var next && next > end)
        {
            end = next;
            if (end - instant > Longest)
            {
                return null;
            }
        }

        return end;
    }

    /// <summary>When the blackout that holds an instant began, with those that it follows without a gap.</summary>
    public DateTimeOffset BeginBefore(DateTimeOffset instant)
    {
        var begin = At(instant).Select(span => span.Begin).DefaultIfEmpty(instant).Min();
        while (instant - begin < Longest && At(begin.AddTicks(-1)).Select(span => span.Begin).DefaultIfEmpty(begin).Min() is var earlier && earlier < begin)
        {
            begin = earlier;
        }

        return begin;
    }

    /// <summary>When the first one begins after an instant; <see langword="null"/> if none does within <paramref name="within"/>.</summary>
    public DateTimeOffset? NextBegin(DateTimeOffset instant, TimeSpan within)
    {
        var begins = Spans(instant, instant + within).Select(span => span.Begin).Where(begin => begin > instant && begin <= instant + within).Order();
        return begins.Select(begin => (DateTimeOffset?)begin).FirstOrDefault();
    }

    private IEnumerable<(DateTimeOffset Begin, DateTimeOffset End)> At(DateTimeOffset instant) =>
        Spans(instant, instant).Where(span => span.Begin <= instant && instant < span.End);

    /// <summary>What begins between the day before one instant and the day after another; nothing lasts longer than that, but clocks may be put back.</summary>
    private IEnumerable<(DateTimeOffset Begin, DateTimeOffset End)> Spans(DateTimeOffset first, DateTimeOffset last)
    {
        if (windows.Count == 0)
        {
            yield break;
        }

        var end = DateOnly.FromDateTime(clock.At(last)).AddDays(1);
        for (var date = DateOnly.FromDateTime(clock.At(first)).AddDays(-2); date <= end; date = date.AddDays(1))
        {
            foreach (var window in windows.Where(window => window.BeginsOn(date)))
            {
                var midnight = date.ToDateTime(TimeOnly.MinValue);
                yield return (clock.First(midnight + window.Begins), clock.Last(midnight + window.Ends));
            }
        }
    }
}
