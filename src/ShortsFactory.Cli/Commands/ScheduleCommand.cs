using System.CommandLine;
using ShortsFactory.Cli.Commands.Schedules;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts schedule</c>: has a server make shorts at set times.</summary>
internal static class ScheduleCommand
{
    private const string Description = """
        Have the server make shorts at set times: the same script again and again, the next file of a folder, the next row of a table.

        Examples:
          shorts schedule add daily --cron '30 7 * * *' --time-zone Europe/Berlin --folder ~/shorts/queue
                              each morning at 7:30 the next script of the folder that was not made yet
          shorts schedule add quotes --cron '0 9,17 * * mon-fri' --table quotes.csv --script quote.md --blackout 2026-12-24..2027-01-01
                              twice a working day the next row of a table, but not over the holidays
          shorts schedule next 10          what is coming
        """;

    public static Command Create() => new("schedule", Description)
    {
        ScheduleAdd.Create(),
        ScheduleList.Create(),
        ScheduleShow.Create(),
        ScheduleNext.Create(),
        ScheduleChange.RunNow(),
        ScheduleChange.Pause(),
        ScheduleChange.Resume(),
        ScheduleChange.Remove(),
    };
}
