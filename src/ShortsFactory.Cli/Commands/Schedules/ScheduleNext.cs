using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ShortsFactory.Cli.Client;
using ShortsFactory.Cli.Display;

namespace ShortsFactory.Cli.Commands.Schedules;

/// <summary><c>shorts schedule next</c>: what is coming, of one schedule or of all.</summary>
internal static class ScheduleNext
{
    private const int DefaultCount = 10;

    private static readonly Argument<string?> Name = new("NAME") { Description = "A schedule; without one, the runs of all are shown.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Argument<int?> Count = new("N") { Description = "How many runs, 1 to 100. [default: 10]", Arity = ArgumentArity.ZeroOrOne };

    public static Command Create() => ClientCommand.Create("next", "Show the next runs: 'shorts schedule next', 'shorts schedule next 10', 'shorts schedule next daily 10'.", [Name, Count], RunAsync);

    /// <summary>Prints the next runs of one schedule.</summary>
    /// <returns>The exit code.</returns>
    public static int Tell(RemoteNext next, string json, bool asJson)
    {
        if (asJson)
        {
            ClientCommand.Print(json);
        }
        else
        {
            foreach (var run in next.Runs)
            {
                Console.WriteLine($"{ClientCommand.Time(run.Due, next.TimeZone)} {next.TimeZone}{Late(run)}");
            }
        }

        return ExitCode.Done;
    }

    private static async Task<int> RunAsync(ParseResult parsed, ServerClient client, CancellationToken cancellationToken)
    {
        var name = parsed.GetValue(Name);
        var count = parsed.GetValue(Count);
        if (count is null && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            (name, count) = (null, number);
        }

        if (name is not null)
        {
            var (next, json) = await client.GetAsync($"{ScheduleArguments.PathOf(name)}/next?count={count ?? DefaultCount}", RemoteJson.Default.RemoteNext, cancellationToken);
            return Tell(next, json, ClientCommand.WantsJson(parsed));
        }

        var runs = await AllAsync(client, count ?? DefaultCount, cancellationToken);
        if (ClientCommand.WantsJson(parsed))
        {
            ClientCommand.Print(new JsonArray([.. runs.Select(run => new JsonObject { ["schedule"] = run.Schedule.Name, ["planned"] = run.Run.Planned, ["due"] = run.Run.Due })]).ToJsonString());
        }
        else if (runs.Count == 0)
        {
            Console.WriteLine("Nothing is coming: there are no schedules, or all are paused or over.");
        }
        else
        {
            TextTable.Write(["WHEN", "SCHEDULE", "MAKES"], runs.Select(run => (string[])[ClientCommand.Time(run.Run.Due) + Late(run.Run), run.Schedule.Name, run.Schedule.Make.ToString()]));
        }

        return ExitCode.Done;
    }

    private static async Task<List<(RemoteSchedule Schedule, RemoteRun Run)>> AllAsync(ServerClient client, int count, CancellationToken cancellationToken)
    {
        List<(RemoteSchedule Schedule, RemoteRun Run)> runs = [];
        var (schedules, _) = await client.GetAsync("schedules", RemoteJson.Default.IReadOnlyListRemoteSchedule, cancellationToken);
        foreach (var schedule in schedules.Where(schedule => !schedule.IsPaused))
        {
            var (next, _) = await client.GetAsync($"{ScheduleArguments.PathOf(schedule.Id)}/next?count={count}", RemoteJson.Default.RemoteNext, cancellationToken);
            runs.AddRange(next.Runs.Select(run => (schedule, run)));
        }

        return [.. runs.OrderBy(run => run.Run.Due).Take(count)];
    }

    private static string Late(RemoteRun run) => run.Due > run.Planned ? $" ({run.Due - run.Planned:c} of jitter)" : "";
}
