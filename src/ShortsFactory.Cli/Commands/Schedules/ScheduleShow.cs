using System.CommandLine;
using ShortsFactory.Cli.Client;
using ShortsFactory.Cli.Display;

namespace ShortsFactory.Cli.Commands.Schedules;

/// <summary><c>shorts schedule show</c>.</summary>
internal static class ScheduleShow
{
    public static Command Create() => ClientCommand.Create("show", "Show a schedule, its next runs, and what its last runs made.", [ScheduleArguments.Name], RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, ServerClient client, CancellationToken cancellationToken)
    {
        var (schedule, json) = await client.GetAsync(ScheduleArguments.PathOf(parsed.GetRequiredValue(ScheduleArguments.Name)), RemoteJson.Default.RemoteSchedule, cancellationToken);
        if (ClientCommand.WantsJson(parsed))
        {
            ClientCommand.Print(json);
            return ExitCode.Done;
        }

        foreach (var (name, value) in Lines(schedule).Where(line => line.Value.Length > 0))
        {
            Console.WriteLine($"{name,-10} {value}");
        }

        if (schedule.Runs.Count > 0)
        {
            Console.WriteLine();
            TextTable.Write(["RUN", "STATE", "JOB", "MADE OF", "WHY"], schedule.Runs.Select(run => Row(run, schedule.When.TimeZone)));
        }

        return ExitCode.Done;
    }

    private static IEnumerable<(string Name, string Value)> Lines(RemoteSchedule schedule) =>
    [
        ("name", schedule.Name),
        ("cron", $"{schedule.When.Cron} ({schedule.When.TimeZone})"),
        ("makes", schedule.Make.ToString()),
        ("state", schedule.IsPaused ? "paused" : ""),
        ("from", ClientCommand.Time(schedule.When.Start, schedule.When.TimeZone)),
        ("until", ClientCommand.Time(schedule.When.End, schedule.When.TimeZone)),
        .. schedule.When.Blackouts.Select(window => ("not", schedule.When.Blackout is "defer" ? $"{window}, but at its end" : window)),
        ("jitter", schedule.When.JitterSeconds > 0 ? $"up to {TimeSpan.FromSeconds(schedule.When.JitterSeconds):c}" : ""),
        ("missed", schedule.When.Missed),
        ("priority", $"{schedule.Priority}"),
        .. schedule.Next.Select(time => ("next", ClientCommand.Time(time, schedule.When.TimeZone))),
    ];

    private static string[] Row(RemoteRun run, string zone) =>
        [ClientCommand.Time(run.Planned, zone), run.State ?? "", run.JobId ?? "", run.Item ?? "", string.Join(' ', new[] { run.Reason, run.Advice }.OfType<string>())];
}
