using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ShortsFactory.Cli.Display;
using ShortsFactory.Cli.Hosting;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts ps</c>: lists the runs that are alive.</summary>
internal static class PsCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Print the runs as JSON." };

    public static Command Create()
    {
        var command = new Command("ps", "List the runs that are at work, with their child processes.") { Json, SharedOptions.Work };
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(
            parsed,
            (session, _) => Task.FromResult(List(parsed.GetValue(Json), session)),
            parsed.GetValue(Json) ? new JsonErrorReport() : new TextErrorReport(),
            SharedOptions.WorkOverride));
        return command;
    }

    public static RunCatalog Catalog(CliSession session) =>
        new(session.Get<IOptions<ResourceOptions>>().Value, session.Get<TimeProvider>());

    private static int List(bool json, CliSession session)
    {
        var runs = Catalog(session).List();
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(runs, LiveRunJson.Default.IReadOnlyListLiveRun));
        }
        else if (runs.Count == 0)
        {
            Console.WriteLine("No run is at work.");
        }
        else
        {
            TextTable.Write(["RUN", "PID", "STARTED", "STAGE", "SCRIPT", "OUTPUT", "CHILDREN"], runs.SelectMany(run => Rows(run, session.Get<TimeProvider>())));
        }

        return ExitCode.Done;
    }

    /// <summary>A run, and below it what a batch is making.</summary>
    private static IEnumerable<string[]> Rows(LiveRun run, TimeProvider timeProvider) =>
    [
        Row(run, timeProvider),
        .. (run.Status?.Parts ?? []).Select(part => (string[])["", "", "", $"{part.Stage} {part.Percent} %", part.Script, part.Output, ""]),
    ];

    private static string[] Row(LiveRun run, TimeProvider timeProvider) =>
    [
        run.Id,
        $"{run.ProcessId}",
        $"{TimeZoneInfo.ConvertTime(run.Started, timeProvider.LocalTimeZone):yyyy-MM-dd HH:mm:ss}",
        run.Status is { } status ? $"{status.Stage} {status.Percent} %" : "",
        run.Status?.Script ?? "",
        run.Status?.Output ?? "",
        string.Join(", ", run.Children.Select(child => $"{child.Program} ({child.ProcessId})")),
    ];
}
