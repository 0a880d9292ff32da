using System.CommandLine;
using ShortsFactory.Cli.Client;

namespace ShortsFactory.Cli.Commands.Jobs;

/// <summary><c>shorts jobs wait</c>: stays until jobs have ended.</summary>
internal static class JobsWait
{
    private const string Description = """
        Wait until jobs have ended, and show how far they are.

        Exit codes: 0 all are done; 1 one failed or was cancelled, or the server is gone; 2 there is no such job.
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public static Command Create() => ClientCommand.Create(
        "wait",
        Description,
        [JobArguments.Jobs],
        (parsed, client, cancellationToken) => ForAsync(parsed.GetValue(JobArguments.Jobs)!, client, ClientCommand.WantsJson(parsed), cancellationToken));

    /// <summary>Waits for jobs one after the other, and tells their ends.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> ForAsync(IReadOnlyList<string> ids, ServerClient client, bool json, CancellationToken cancellationToken)
    {
        var exitCode = ExitCode.Done;
        foreach (var id in ids)
        {
            var (job, text) = await EndOfAsync(id, client, cancellationToken);
            exitCode = job.State is "done" ? exitCode : ExitCode.Failed;
            if (json)
            {
                ClientCommand.Print(text);
            }
            else
            {
                Tell(job);
            }
        }

        return exitCode;
    }

    private static async Task<(RemoteJob Job, string Json)> EndOfAsync(string id, ServerClient client, CancellationToken cancellationToken)
    {
        string? told = null;
        while (true)
        {
            var (job, json) = await client.GetAsync(JobArguments.PathOf(id), RemoteJson.Default.RemoteJob, cancellationToken);
            if (job.HasEnded)
            {
                return (job, json);
            }

            if (!string.Equals(told, job.Progress, StringComparison.Ordinal))
            {
                await Console.Error.WriteLineAsync($"{job.Name}: {job.Progress}");
                told = job.Progress;
            }

            await Task.Delay(Interval, cancellationToken);
        }
    }

    private static void Tell(RemoteJob job)
    {
        Console.WriteLine($"{job.Id}  {job.State}  {job.Title}{(job.Failure is { } failure ? $": {failure.Reason}" : "")}");
        if (job.Failure?.Advice is { } advice)
        {
            Console.WriteLine($"        {advice}");
        }
    }
}
