namespace ShortsFactory.Server.Schedules;

/// <summary>What the clocks of a time zone show, and when they show it.</summary>
internal sealed class WallClock(TimeZoneInfo zone)
{
    /// <summary>What they show at an instant.</summary>
    public DateTime At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>When they first show a time; one that is left out when clocks are put forward is the moment at which they are.</summary>
    public DateTimeOffset First(DateTime time) => Resolve(time, offsets => offsets.Max());

    /// <summary>When they last show a time, which is an hour later for one that is shown twice when clocks are put back.</summary>
    public DateTimeOffset Last(DateTime time) => Resolve(time, offsets => offsets.Min());

    private DateTimeOffset Resolve(DateTime time, Func<TimeSpan[], TimeSpan> choose)
    {
        if (zone.IsAmbiguousTime(time))
        {
            return new DateTimeOffset(time, choose(zone.GetAmbiguousTimeOffsets(time))).ToUniversalTime();
        }

        return zone.IsInvalidTime(time) ? EndOfGap(time) : new DateTimeOffset(time, zone.GetUtcOffset(time)).ToUniversalTime();
    }

    /// <summary>Clocks are put forward on a whole minute, by less than a day.</summary>
    private DateTimeOffset EndOfGap(DateTime time)
    {
        var minute = time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));
        while (zone.IsInvalidTime(minute))
        {
            minute = minute.AddMinutes(1);
        }

        return new DateTimeOffset(minute, zone.GetUtcOffset(minute)).ToUniversalTime();
    }
}
