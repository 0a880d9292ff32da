using System.CommandLine;
using System.Globalization;
using ShortsFactory.Cli.Client;
using ShortsFactory.Cli.Display;

namespace ShortsFactory.Cli.Commands.Jobs;

/// <summary><c>shorts jobs show</c>: all that is known of a job.</summary>
internal static class JobsShow
{
    public static Command Create() => ClientCommand.Create("show", "Show a job: how far it is, or what became of it.", [JobArguments.Job], RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, ServerClient client, CancellationToken cancellationToken)
    {
        var (job, json) = await client.GetAsync(JobArguments.PathOf(parsed.GetRequiredValue(JobArguments.Job)), RemoteJson.Default.RemoteJob, cancellationToken);
        if (ClientCommand.WantsJson(parsed))
        {
            ClientCommand.Print(json);
            return ExitCode.Done;
        }

        foreach (var (name, value) in Lines(job).Where(line => line.Value.Length > 0))
        {
            Console.WriteLine($"{name,-10} {value}");
        }

        return ExitCode.Done;
    }

    private static IEnumerable<(string Name, string Value)> Lines(RemoteJob job) =>
    [
        ("job", job.Id),
        ("title", job.Title),
        ("state", job.Progress + Left(job)),
        ("reason", job.Failure?.Reason ?? ""),
        ("advice", job.Failure?.Advice ?? ""),
        ("priority", $"{job.Priority}"),
        ("from", job.Origin?.ToString() ?? ""),
        ("worker", job.Worker ?? ""),
        ("created", ClientCommand.Time(job.CreatedAt)),
        ("started", ClientCommand.Time(job.StartedAt)),
        ("ended", ClientCommand.Time(job.EndedAt)),
        ("length", job.DurationSeconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s") : ""),
        .. job.Warnings.Select(warning => ("warning", warning)),
        .. job.Files.Select(file => ("file", $"{file.Name} ({ByteText.Of(file.Size)})")),
    ];

    private static string Left(RemoteJob job) => job.SecondsLeft is { } seconds ? $", about {seconds} s left" : "";
}
