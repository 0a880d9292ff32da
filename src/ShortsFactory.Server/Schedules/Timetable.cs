using System.Globalization;
using Quartz;

namespace ShortsFactory.Server.Schedules;

/// <summary>When a schedule runs: worked out of its definition alone, so that it is the same on every machine and after every restart. Thread-safe.</summary>
internal sealed class Timetable
{
    /// <summary>How many missed runs are made up for at most.</summary>
    public const int MostMadeUp = 100;

    /// <summary>Longer than a cron expression ever pauses by itself, which is eight years between two 29ths of February.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(366 * 10);

    private readonly ScheduleTimes _times;
    private readonly string _id;
    private readonly CronExpression _cron;
    private readonly Blackouts _blackouts;

    /// <param name="id">The schedule's id, which its jitter depends on.</param>
    /// <param name="times">Its times.</param>
    /// <exception cref="Pipeline.InvalidInputException">They cannot be read.</exception>
    public Timetable(string id, ScheduleTimes times)
    {
        _id = id;
        _times = times;
        var zone = ZoneText.Parse(times.TimeZone);
        _cron = CronText.Parse(times.Cron, zone);
        _blackouts = new Blackouts([.. times.Blackouts.Select(BlackoutText.Parse)], new WallClock(zone));
    }

    /// <summary>The runs that are due after an instant, in order; without end, if the schedule has none.</summary>
    public IEnumerable<ScheduledRun> DueAfter(DateTimeOffset instant) =>
        PlannedAfter(instant - _times.Jitter).Select(planned => new ScheduledRun(planned, Due(planned))).Where(run => run.Due > instant);

    /// <summary>What is made of the runs that were due after one instant, and not later than another.</summary>
    public MissedRuns Missed(DateTimeOffset after, DateTimeOffset until) => _times.Missed switch
    {
        MissedRunPolicy.Skip => new MissedRuns([], DueAfter(after).TakeWhile(run => run.Due <= until).Any()),
        MissedRunPolicy.Once => Last(1, after, until),
        _ => Last(MostMadeUp, after, until),
    };

    /// <summary>Looks back further and further, so that a long outage of a dense schedule is not counted run by run.</summary>
    private MissedRuns Last(int count, DateTimeOffset after, DateTimeOffset until)
    {
        for (var span = TimeSpan.FromHours(1); ; span *= 4)
        {
            var isAll = until - after <= span;
            ScheduledRun[] runs = [.. DueAfter(isAll ? after : until - span).TakeWhile(run => run.Due <= until)];
            if (isAll || runs.Length > count)
            {
                return new MissedRuns([.. runs.TakeLast(count)], runs.Length > count);
            }
        }
    }

    private IEnumerable<DateTimeOffset> PlannedAfter(DateTimeOffset instant)
    {
        var cursor = FirstThatMayLeadTo(instant);
        var last = cursor;
        while (_cron.GetNextValidTimeAfter(cursor) is { } tick && tick <= (_times.End ?? tick) && tick - last < LongestWait)
        {
            cursor = tick;
            if (!_blackouts.Contain(tick))
            {
                last = tick;
                if (tick > instant)
                {
                    yield return tick;
                }

                continue;
            }

            if (_blackouts.EndAfter(tick) is not { } end)
            {
                yield break;
            }

            if (_times.Blackout == BlackoutPolicy.Skip)
            {
                // Cron expressions count in seconds, and look for what comes after.
                cursor = end.AddSeconds(-1);
                continue;
            }

            cursor = last = end;
            if (end > instant && end <= (_times.End ?? end))
            {
                yield return end;
            }
        }
    }

    /// <summary>A run that is put off to a blackout's end comes of a time that may be long past.</summary>
    private DateTimeOffset FirstThatMayLeadTo(DateTimeOffset instant)
    {
        var first = _times.Blackout == BlackoutPolicy.Defer && _blackouts.Contain(instant) ? _blackouts.BeginBefore(instant).AddSeconds(-1) : instant;
        return _times.Start is { } start && start.AddSeconds(-1) > first ? start.AddSeconds(-1) : first;
    }

    /// <summary>Never so late that it would overtake the next run, reach into a blackout or outlive the schedule.</summary>
    private DateTimeOffset Due(DateTimeOffset planned)
    {
        if (_times.Jitter <= TimeSpan.Zero)
        {
            return planned;
        }

        DateTimeOffset?[] limits = [planned + _times.Jitter, _cron.GetNextValidTimeAfter(planned), _blackouts.NextBegin(planned, _times.Jitter), _times.End];
        var room = limits.Min()!.Value - planned;
        var share = new Seed(_id).NumberFor(planned.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        return planned.AddSeconds(Math.Floor(room.TotalSeconds * share));
    }
}
