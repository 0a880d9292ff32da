using System.CommandLine;
using ShortsFactory.Cli.Client;
using ShortsFactory.Cli.Display;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Commands.Jobs;

/// <summary><c>shorts jobs download</c>: brings a job's files here.</summary>
internal static class JobsDownload
{
    private static readonly Option<string> Output = new("--output", "-o") { Description = "The folder for the files.", HelpName = "DIR", DefaultValueFactory = _ => "out" };

    private static readonly Option<string?> Only = new("--only") { Description = "Only the file with this extension, such as mp4 or vtt.", HelpName = "EXTENSION" };

    public static Command Create() => ClientCommand.Create(
        "download",
        "Fetch the video and its sidecars. Each file appears whole or not at all; an older one of the same name is replaced.",
        [JobArguments.Job, Output, Only],
        RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, ServerClient client, CancellationToken cancellationToken)
    {
        var (job, json) = await client.GetAsync(JobArguments.PathOf(parsed.GetRequiredValue(JobArguments.Job)), RemoteJson.Default.RemoteJob, cancellationToken);
        var files = Chosen(job, parsed.GetValue(Only)?.TrimStart('.'));
        var folder = MakeSources.FullPath(parsed.GetValue(Output)!, "-o");
        Directory.CreateDirectory(folder);
        foreach (var file in files)
        {
            await FetchAsync(file, folder, client, cancellationToken);
            if (!ClientCommand.WantsJson(parsed))
            {
                Console.WriteLine($"{Path.Combine(folder, file.Name)} ({ByteText.Of(file.Size)})");
            }
        }

        if (ClientCommand.WantsJson(parsed))
        {
            ClientCommand.Print(json);
        }

        return ExitCode.Done;
    }

    private static RemoteFile[] Chosen(RemoteJob job, string? extension)
    {
        RemoteFile[] files = [.. job.Files.Where(file => extension is null || file.Name.EndsWith($".{extension}", StringComparison.OrdinalIgnoreCase))];
        return files.Length > 0 ? files
            : job.State is not "done" ? throw new InvalidInputException($"the job is {job.State}: it has no files.") { Advice = $"'shorts jobs wait {job.Id}' waits for its end." }
            : throw new InvalidInputException($"the job has no file .{extension}.") { Advice = $"It has {string.Join(", ", job.Files.Select(file => file.Name))}." };
    }

    private static async Task FetchAsync(RemoteFile file, string folder, ServerClient client, CancellationToken cancellationToken)
    {
        // A name that comes from elsewhere is no path.
        if (!string.Equals(Path.GetFileName(file.Name), file.Name, StringComparison.Ordinal) || file.Name.StartsWith('.'))
        {
            throw new ServerException($"the server names a file '{file.Name}', which is no name of a file.");
        }

        var part = Path.Combine(folder, $".{file.Name}.part");
        try
        {
            await using (var stream = File.Create(part))
            {
                await client.CopyAsync(file.Href, stream, cancellationToken);
            }

            if (new FileInfo(part).Length != file.Size)
            {
                throw new ServerException($"'{file.Name}' came with {new FileInfo(part).Length} bytes instead of {file.Size}.") { Advice = "Try again." };
            }

            await AtomicFile.PublishAsync(part, Path.Combine(folder, file.Name), cancellationToken);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
