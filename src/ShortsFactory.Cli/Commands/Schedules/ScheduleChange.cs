using System.CommandLine;
using ShortsFactory.Cli.Client;

namespace ShortsFactory.Cli.Commands.Schedules;

/// <summary><c>shorts schedule run-now</c>, <c>pause</c>, <c>resume</c> and <c>remove</c>.</summary>
internal static class ScheduleChange
{
    public static Command RunNow() => ClientCommand.Create(
        "run-now", "Make at once what the next run would make, besides the runs that are planned; also of a schedule that is paused.", [ScheduleArguments.Name], RunNowAsync);

    public static Command Pause() => ClientCommand.Create(
        "pause", "Let a schedule rest. What would be due meanwhile is not made up for.", [ScheduleArguments.Name], (parsed, client, cancellationToken) => ChangeAsync(parsed, client, "pause", cancellationToken));

    public static Command Resume() => ClientCommand.Create(
        "resume", "Let a schedule go on that was paused.", [ScheduleArguments.Name], (parsed, client, cancellationToken) => ChangeAsync(parsed, client, "resume", cancellationToken));

    public static Command Remove() => ClientCommand.Create("remove", "Forget a schedule. What it made stays.", [ScheduleArguments.Name], RemoveAsync);

    private static async Task<int> RunNowAsync(ParseResult parsed, ServerClient client, CancellationToken cancellationToken)
    {
        var path = $"{ScheduleArguments.PathOf(parsed.GetRequiredValue(ScheduleArguments.Name))}/run-now";
        var (run, json) = await client.ReadAsync(HttpMethod.Post, path, body: null, RemoteJson.Default.RemoteRun, cancellationToken);
        if (ClientCommand.WantsJson(parsed))
        {
            ClientCommand.Print(json);
        }
        else
        {
            Console.WriteLine(run.JobId is { } job ? $"{job}  {run.Item}" : $"{run.State}: {run.Reason}");
            if (run.JobId is null && run.Advice is { } advice)
            {
                Console.WriteLine($"        {advice}");
            }
        }

        return run.JobId is null ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<int> ChangeAsync(ParseResult parsed, ServerClient client, string action, CancellationToken cancellationToken)
    {
        var path = $"{ScheduleArguments.PathOf(parsed.GetRequiredValue(ScheduleArguments.Name))}/{action}";
        var (schedule, json) = await client.ReadAsync(HttpMethod.Post, path, body: null, RemoteJson.Default.RemoteSchedule, cancellationToken);
        if (ClientCommand.WantsJson(parsed))
        {
            ClientCommand.Print(json);
        }
        else
        {
            Console.WriteLine(schedule.IsPaused ? $"{schedule.Name} is paused." : $"{schedule.Name} runs next at {string.Join(", ", schedule.Next.Select(time => ClientCommand.Time(time, schedule.When.TimeZone)))}.");
        }

        return ExitCode.Done;
    }

    private static async Task<int> RemoveAsync(ParseResult parsed, ServerClient client, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(ScheduleArguments.Name);
        await client.SendAsync(HttpMethod.Delete, ScheduleArguments.PathOf(name), cancellationToken);
        Console.WriteLine($"Removed {name}.");
        return ExitCode.Done;
    }
}
