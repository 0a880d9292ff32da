using System.Globalization;
using System.Text;
using ShortsFactory.Server.Schedules;
using ShortsFactory.Tests;

namespace ShortsFactory.Server.Tests.Schedules;

public sealed class DaylightSavingSpecs
{
    private static readonly string[] Crons = ["30 2 * * *", "0 0 * * *", "*/30 0-3 * * *", "0 */2 * * *", "15 1,3 * * *"];

    /// <summary>Clocks forward and back: by an hour at night, by half an hour, at midnight, and never.</summary>
    [Theory]
    [InlineData("Europe/Berlin", "2027-03-28", "2027-10-31")]
    [InlineData("America/New_York", "2027-03-14", "2027-11-07")]
    [InlineData("Australia/Lord_Howe", "2027-10-03", "2027-04-04")]
    [InlineData("America/Havana", "2027-03-14", "2027-11-07")]
    [InlineData("Asia/Kolkata", "2027-03-28", "2027-10-31")]
    public void Runs_on_the_days_when_clocks_change(string zone, string forward, string back)
    {
        var text = new StringBuilder();
        foreach (var (day, what) in new[] { (forward, "forward"), (back, "back") })
        {
            foreach (var cron in Crons)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{zone}, clocks {what} on {day}: {cron}");
                Append(text, cron, zone, DateTime.Parse(day, CultureInfo.InvariantCulture));
            }
        }

        Golden.Matches(text.ToString(), zone.Replace('/', '-'));
    }

    /// <summary>From the evening before to noon.</summary>
    private static void Append(StringBuilder text, string cron, string zone, DateTime day)
    {
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var begin = new DateTimeOffset(day.AddHours(-1), info.GetUtcOffset(day.AddHours(-1)));
        var timetable = new Timetable("dst", new ScheduleTimes { Cron = cron, TimeZone = zone });
        foreach (var run in timetable.DueAfter(begin).TakeWhile(run => run.Due <= begin.AddHours(6)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    {TimeZoneInfo.ConvertTime(run.Due, info):yyyy-MM-dd HH:mm zzz} = {run.Due.UtcDateTime:HH:mm} UTC");
        }
    }
}
