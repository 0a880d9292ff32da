using ShortsFactory.Pipeline;
using ShortsFactory.Server.Schedules;

namespace ShortsFactory.Server.Tests.Schedules;

public sealed class TimetableSpecs
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private static ScheduleTimes Daily => new() { Cron = "30 7 * * *", TimeZone = "UTC" };

    [Fact]
    public void Five_fields_are_crontab_and_six_are_Quartz()
    {
        Assert.Equal(["Mon 07:30", "Tue 07:30", "Wed 07:30"], Runs(Daily with { Cron = "30 7 * * 1-5" }, 3));
        Assert.Equal(["Mon 07:30", "Tue 07:30", "Wed 07:30"], Runs(Daily with { Cron = "0 30 7 ? * 2-6" }, 3));
        Assert.Equal(["Sun 12:00"], Runs(Daily with { Cron = "  0 12  * * 0 " }, 1));
        Assert.Equal(["Tue 00:00", "Wed 00:00"], Runs(Daily with { Cron = "@daily" }, 2));
    }

    [Theory]
    [InlineData("every day", "UTC", "cron expression")]
    [InlineData("61 * * * *", "UTC", "cron expression")]
    [InlineData("30 7 * *", "UTC", "it has 4 fields instead of 5")]
    [InlineData("30 7 * * *", "Europe/Berln", "Did you mean 'Europe/Berlin'?")]
    [InlineData("30 7 * * *", "new york", "Did you mean 'America/New_York'?")]
    public void What_cannot_be_read_is_told_with_advice(string cron, string zone, string reason)
    {
        var error = Assert.Throws<InvalidInputException>(() => new Timetable("id", new ScheduleTimes { Cron = cron, TimeZone = zone }));

        Assert.Contains(reason, error.Message);
        Assert.NotNull(error.Advice);
    }

    [Fact]
    public void It_begins_and_ends_when_it_is_told_to_and_both_moments_belong_to_it()
    {
        var times = Daily with { Start = Monday.AddDays(1).AddHours(7.5), End = Monday.AddDays(2).AddHours(7.5) };

        Assert.Equal(["Tue 07:30", "Wed 07:30"], Runs(times, 10));
    }

    [Fact]
    public void A_run_in_a_blackout_is_dropped_or_put_off_to_its_end()
    {
        var hourly = Daily with { Cron = "0 * * * *", Blackouts = ["1:30-22:30"] };

        Assert.Equal(["Mon 01:00", "Mon 23:00", "Tue 00:00"], Runs(hourly, 3));
        Assert.Equal(["Mon 01:00", "Mon 22:30", "Mon 23:00"], Runs(hourly with { Blackout = BlackoutPolicy.Defer }, 3));
    }

    [Fact]
    public void A_night_window_belongs_to_the_day_on_which_it_begins()
    {
        var times = Daily with { Cron = "0 1,12,23 * * *", Blackouts = ["mon 22:00-6:00"] };

        Assert.Equal(["Mon 01:00", "Mon 12:00", "Tue 12:00", "Tue 23:00", "Wed 01:00"], Runs(times, 5));
    }

    [Theory]
    [InlineData("2026-11-24", "Mon Wed Thu Fri Sat Sun Mon")]
    [InlineData("2026-11-24..2026-11-26", "Mon Fri Sat Sun Mon Tue Wed")]
    [InlineData("sat,sun", "Mon Tue Wed Thu Fri Mon Tue")]
    [InlineData("fri-mon", "Tue Wed Thu Tue Wed Thu Tue")]
    [InlineData("2026-11-23..2026-11-30 mon 7:00-8:00", "Tue Wed Thu Fri Sat Sun Tue")]
    public void Blackouts_are_dates_weekdays_and_hours(string blackout, string days)
    {
        Assert.Equal(days.Split(' '), Runs(Daily with { Blackouts = [blackout] }, 7).Select(run => run[..3]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("never")]
    [InlineData("22:00-22:00")]
    [InlineData("25:00-26:00")]
    [InlineData("2026-02-30")]
    [InlineData("2027-01-02..2026-12-24")]
    [InlineData("sat sun")]
    public void What_is_no_blackout_is_refused_with_examples(string blackout)
    {
        var error = Assert.Throws<InvalidInputException>(() => new Timetable("id", Daily with { Blackouts = [blackout] }));

        Assert.Contains("22:00-06:30", error.Advice);
    }

    [Fact]
    public void A_blackout_without_end_leaves_no_runs()
    {
        Assert.All(Enum.GetValues<BlackoutPolicy>(), policy => Assert.Empty(Runs(Daily with { Blackouts = ["mon-fri", "sat,sun"], Blackout = policy }, 1)));
    }

    [Fact]
    public void Jitter_differs_from_run_to_run_and_from_schedule_to_schedule_but_never_changes()
    {
        var times = Daily with { Jitter = TimeSpan.FromHours(1) };
        var runs = new Timetable("a", times).DueAfter(Monday).Take(20).ToArray();

        Assert.Equal(runs, new Timetable("a", times).DueAfter(Monday).Take(20));
        Assert.NotEqual(runs, new Timetable("b", times).DueAfter(Monday).Take(20));
        Assert.True(runs.Select(run => run.Due - run.Planned).Distinct().Count() > 15);
        Assert.Equal("2026-11-23T08:06:42", runs[0].Due.ToString("s"));
    }

    [Fact]
    public void Missed_runs_are_dropped_or_the_last_is_made_up_for_or_all_up_to_a_hundred()
    {
        var times = Daily with { Cron = "0 * * * *" };

        Assert.Equal((0, true), Missed(MissedRunPolicy.Skip, days: 2));
        Assert.Equal((1, true), Missed(MissedRunPolicy.Once, days: 2));
        Assert.Equal((48, false), Missed(MissedRunPolicy.All, days: 2));
        Assert.Equal((100, true), Missed(MissedRunPolicy.All, days: 400));
        Assert.Equal((0, false), Missed(MissedRunPolicy.All, days: 0));

        (int, bool) Missed(MissedRunPolicy policy, int days)
        {
            var missed = new Timetable("id", times with { Missed = policy }).Missed(Monday, Monday.AddDays(days));
            Assert.True(missed.MadeUp.Count == 0 || missed.MadeUp[^1].Planned == Monday.AddDays(days));
            return (missed.MadeUp.Count, missed.OthersDropped);
        }
    }

    private static string[] Runs(ScheduleTimes times, int count) =>
        [.. new Timetable("id", times).DueAfter(Monday).Take(count).Select(run => run.Due.ToString("ddd HH:mm"))];
}
