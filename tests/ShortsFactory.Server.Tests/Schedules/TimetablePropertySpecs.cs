using CsCheck;
using ShortsFactory.Server.Schedules;

namespace ShortsFactory.Server.Tests.Schedules;

public sealed class TimetablePropertySpecs
{
    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<DateTimeOffset> Instants = Gen.Int[0, 3 * 366 * 24 * 60].Select(minutes => Origin.AddMinutes(minutes));

    private static readonly Gen<ScheduleTimes> Times =
        Gen.Select(
            OneOf("30 2 * * *", "*/20 * * * *", "0 0 * * *", "0 */5 * * *", "15 1-4 * * sun", "59 23 L * ?", "0 0 12 ? * 6#2", "0 3 1 * *"),
            OneOf("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Havana", "Asia/Kathmandu", "Pacific/Apia"),
            OneOf("22:00-06:00", "sat,sun", "2:30-3:15", "mon-fri 9:00-17:00", "2027-03-28", "2026-12-24..2027-01-06", "0:00-2:30", "fri 20:00-4:00").Array[0, 3],
            Gen.Enum<BlackoutPolicy>(),
            OneOf(0, 1, 90, 24 * 60).Select(minutes => TimeSpan.FromMinutes(minutes)),
            Gen.Bool.Select(Gen.Select(Instants, Instants), (has, ends) => has ? ends : default))
        .Select((cron, zone, blackouts, policy, jitter, ends) => new ScheduleTimes
        {
            Cron = cron.Contains('?') && cron.Split(' ').Length == 5 ? $"0 {cron}" : cron,
            TimeZone = zone,
            Blackouts = blackouts,
            Blackout = policy,
            Jitter = jitter,
            Start = ends == default ? null : Min(ends.Item1, ends.Item2),
            End = ends == default ? null : Max(ends.Item1, ends.Item2),
        });

    [Fact]
    public void Runs_come_in_order_in_their_bounds_and_in_no_blackout()
    {
        Gen.Select(Times, Instants).Sample((times, instant) =>
        {
            var runs = new Timetable("id", times).DueAfter(instant).Take(30).ToArray();

            Assert.All(runs, run => Assert.InRange(run.Due - run.Planned, TimeSpan.Zero, times.Jitter));
            Assert.All(runs, run => Assert.True(run.Planned >= (times.Start ?? run.Planned) && run.Due <= (times.End ?? run.Due) && run.Due > instant));
            Assert.All(runs.Zip(runs.Skip(1)), pair => Assert.True(pair.First.Due < pair.Second.Planned));
            Assert.All(runs, run => Assert.False(IsIn(run.Due, times)));
        });
    }

    [Fact]
    public void The_runs_are_the_same_from_wherever_one_looks()
    {
        Gen.Select(Times, Instants, Gen.Int[0, 60 * 24 * 60]).Sample((times, instant, minutes) =>
        {
            var timetable = new Timetable("id", times);
            var later = instant.AddMinutes(minutes);
            var until = later.AddDays(20);

            Assert.Equal(
                timetable.DueAfter(instant).TakeWhile(run => run.Due <= until).Where(run => run.Due > later),
                timetable.DueAfter(later).TakeWhile(run => run.Due <= until));
        });
    }

    [Fact]
    public void A_put_off_run_stands_for_runs_that_a_blackout_swallowed_and_no_other_is_lost()
    {
        Gen.Select(Times, Instants).Sample((times, instant) =>
        {
            times = times with { Jitter = TimeSpan.Zero, Start = null, End = null };
            var until = instant.AddDays(30);
            var free = Planned(times with { Blackouts = [] }, instant, until);
            var skipping = Planned(times with { Blackout = BlackoutPolicy.Skip }, instant, until);
            var deferring = Planned(times with { Blackout = BlackoutPolicy.Defer }, instant, until);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(times.TimeZone);

            Assert.Empty(skipping.Except(free));
            Assert.Empty(skipping.Except(deferring));
            Assert.Empty(free.Where(run => !zone.IsAmbiguousTime(run) && !IsIn(run, times)).Except(skipping));
            Assert.All(deferring.Except(skipping).Skip(1), run => Assert.Contains(free.Except(skipping), swallowed => swallowed < run && swallowed > deferring.TakeWhile(other => other < run).Last()));
        });
    }

    [Fact]
    public void What_was_missed_is_what_was_due()
    {
        Gen.Select(Times, Instants, Gen.Int[0, 40 * 24 * 60], Gen.Enum<MissedRunPolicy>()).Sample((times, after, minutes, policy) =>
        {
            var until = after.AddMinutes(minutes);
            var timetable = new Timetable("id", times with { Missed = policy });
            var due = timetable.DueAfter(after).TakeWhile(run => run.Due <= until).ToArray();
            var count = policy switch { MissedRunPolicy.Skip => 0, MissedRunPolicy.Once => 1, _ => Timetable.MostMadeUp };
            var missed = timetable.Missed(after, until);

            Assert.Equal(due.TakeLast(count), missed.MadeUp);
            Assert.Equal(due.Length > count, missed.OthersDropped);
        });
    }

    private static DateTimeOffset[] Planned(ScheduleTimes times, DateTimeOffset after, DateTimeOffset until) =>
        [.. new Timetable("id", times).DueAfter(after).TakeWhile(run => run.Due <= until).Select(run => run.Due)];

    private static bool IsIn(DateTimeOffset instant, ScheduleTimes times) =>
        times.Blackouts.Any(blackout => Shows(instant, times.TimeZone, BlackoutText.Parse(blackout)));

    /// <summary>Whether the clocks show a time of the window, asked in the simplest way.</summary>
    private static bool Shows(DateTimeOffset instant, string zone, BlackoutWindow window)
    {
        var clock = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(instant, zone).DateTime;
        var date = DateOnly.FromDateTime(clock);
        return (window.BeginsOn(date) && clock.TimeOfDay >= window.Begins && clock.TimeOfDay < window.Ends)
            || (window.BeginsOn(date.AddDays(-1)) && clock.TimeOfDay + TimeSpan.FromDays(1) >= window.Begins && clock.TimeOfDay + TimeSpan.FromDays(1) < window.Ends);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
