using System.CommandLine;
using ShortsFactory.Cli.Client;
using ShortsFactory.Cli.Display;

namespace ShortsFactory.Cli.Commands.Jobs;

/// <summary><c>shorts jobs list</c>: the jobs of a server, newest first.</summary>
internal static class JobsList
{
    private static readonly Option<string?> State = new("--state") { Description = "Only jobs that are queued, running, done, failed or cancelled.", HelpName = "STATE" };

    private static readonly Option<int> Limit = new("--limit") { Description = "How many are shown, 1 to 200.", HelpName = "N", DefaultValueFactory = _ => 20 };

    private static readonly Option<string?> After = new("--after") { Description = "Go on behind this job: the last one that was shown.", HelpName = "JOB" };

    public static Command Create() => ClientCommand.Create("list", "List jobs, newest first.", [State, Limit, After], RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, ServerClient client, CancellationToken cancellationToken)
    {
        var query = $"jobs?limit={parsed.GetValue(Limit)}{Query("state", parsed.GetValue(State))}{Query("after", parsed.GetValue(After))}";
        var (page, json) = await client.GetAsync(query, RemoteJson.Default.RemoteJobs, cancellationToken);
        if (ClientCommand.WantsJson(parsed))
        {
            ClientCommand.Print(json);
            return ExitCode.Done;
        }

        if (page.Items.Count > 0)
        {
            TextTable.Write(["JOB", "STATE", "PRIORITY", "CREATED", "FROM", "TITLE"], page.Items.Select(Row));
            Console.WriteLine();
        }

        Console.WriteLine(string.Join(", ", page.Counts.Select(count => $"{count.Value} {count.Key}")) + Rest(page));
        return ExitCode.Done;
    }

    private static string Query(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";

    private static string Rest(RemoteJobs page) => page.Next is { } next ? $". There are more: --after {next}" : "";

    private static string[] Row(RemoteJob job) =>
    [
        job.Id,
        job.Progress,
        $"{job.Priority}",
        ClientCommand.Time(job.CreatedAt),
        job.Origin?.ToString() ?? "",
        job.Failure is { } failure ? $"{job.Title}: {failure.Reason.Split('\n')[0]}" : job.Title,
    ];
}
