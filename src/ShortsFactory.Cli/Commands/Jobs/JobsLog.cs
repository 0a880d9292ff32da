using System.CommandLine;
using ShortsFactory.Cli.Client;

namespace ShortsFactory.Cli.Commands.Jobs;

/// <summary><c>shorts jobs log</c>: what was logged of a job.</summary>
internal static class JobsLog
{
    public static Command Create() => ClientCommand.Create("log", "Print what was logged of a job.", [JobArguments.Job], RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, ServerClient client, CancellationToken cancellationToken)
    {
        await using var output = Console.OpenStandardOutput();
        await client.CopyAsync($"/api/v1/{JobArguments.PathOf(parsed.GetRequiredValue(JobArguments.Job))}/log", output, cancellationToken);
        return ExitCode.Done;
    }
}
