using System.CommandLine;
using ShortsFactory.Cli.Client;

namespace ShortsFactory.Cli.Commands.Jobs;

/// <summary><c>shorts jobs cancel</c>, <c>retry</c> and <c>remove</c>.</summary>
internal static class JobsChange
{
    public static Command Cancel() => ClientCommand.Create(
        "cancel", "Call jobs off: those that wait at once, those that are being made as soon as their programs have stopped.", [JobArguments.Jobs], (parsed, client, cancellationToken) =>
            ForEachAsync(parsed, client, "cancel", cancellationToken));

    public static Command Retry() => ClientCommand.Create(
        "retry", "Have jobs made again that failed or were cancelled.", [JobArguments.Jobs], (parsed, client, cancellationToken) => ForEachAsync(parsed, client, "retry", cancellationToken));

    public static Command Remove() => ClientCommand.Create(
        "remove", "Forget jobs and delete their files on the server; one that is being made is called off first.", [JobArguments.Jobs], RemoveAsync);

    private static async Task<int> ForEachAsync(ParseResult parsed, ServerClient client, string action, CancellationToken cancellationToken)
    {
        foreach (var id in parsed.GetValue(JobArguments.Jobs)!)
        {
            var (job, json) = await client.ReadAsync(HttpMethod.Post, $"{JobArguments.PathOf(id)}/{action}", body: null, RemoteJson.Default.RemoteJob, cancellationToken);
            if (ClientCommand.WantsJson(parsed))
            {
                ClientCommand.Print(json);
            }
            else
            {
                Console.WriteLine($"{job.Id}  {(job.State is "running" ? "is being stopped" : job.State)}  {job.Title}");
            }
        }

        return ExitCode.Done;
    }

    private static async Task<int> RemoveAsync(ParseResult parsed, ServerClient client, CancellationToken cancellationToken)
    {
        foreach (var id in parsed.GetValue(JobArguments.Jobs)!)
        {
            await client.SendAsync(HttpMethod.Delete, JobArguments.PathOf(id), cancellationToken);
            Console.WriteLine($"Removed {id}.");
        }

        return ExitCode.Done;
    }
}
