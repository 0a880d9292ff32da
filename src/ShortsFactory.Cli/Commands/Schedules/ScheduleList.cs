using System.CommandLine;
using ShortsFactory.Cli.Client;
using ShortsFactory.Cli.Display;

namespace ShortsFactory.Cli.Commands.Schedules;

/// <summary><c>shorts schedule list</c>.</summary>
internal static class ScheduleList
{
    public static Command Create() => ClientCommand.Create("list", "List the schedules, with their next and their last run.", [], RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, ServerClient client, CancellationToken cancellationToken)
    {
        var (schedules, json) = await client.GetAsync("schedules", RemoteJson.Default.IReadOnlyListRemoteSchedule, cancellationToken);
        if (ClientCommand.WantsJson(parsed))
        {
            ClientCommand.Print(json);
        }
        else if (schedules.Count == 0)
        {
            Console.WriteLine("There are no schedules; 'shorts schedule add --help' shows how to add one.");
        }
        else
        {
            TextTable.Write(["NAME", "CRON", "ZONE", "NEXT", "LAST", "MAKES"], schedules.Select(Row));
        }

        return ExitCode.Done;
    }

    private static string[] Row(RemoteSchedule schedule) =>
    [
        schedule.Name,
        schedule.When.Cron,
        schedule.When.TimeZone,
        schedule.IsPaused ? "paused" : schedule.Next.Count > 0 ? ClientCommand.Time(schedule.Next[0], schedule.When.TimeZone) : "never",
        schedule.LastRun is { } run ? $"{run.State} {ClientCommand.Time(run.Planned, schedule.When.TimeZone)}" : "",
        schedule.Make.ToString(),
    ];
}
