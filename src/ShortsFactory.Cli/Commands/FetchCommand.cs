using System.CommandLine;
using ShortsFactory.Cli.Display;
using ShortsFactory.Cli.Hosting;
using ShortsFactory.Downloads;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts fetch</c>: footage from the net into a folder.</summary>
internal static class FetchCommand
{
    private const string About =
        """
        Fetch videos, pictures and sounds from the net into a folder.

        An address of a file is fetched as it is: a download that breaks off, or that you stop with Ctrl+C, goes on from there the next
        time. Of a web page the video is fetched, by yt-dlp. What came is looked into and named by what it is. Each address is fetched
        once; after that, and in scripts with 'background: https://...', what is kept of it is used, offline too.
        """;

    private static readonly Argument<string[]> Addresses = new("URL")
    {
        Description = "Addresses of files, or of pages with a video; http or https.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The folder for the files. [default: the current one]",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<bool> Again = new("--again") { Description = "Ask the server although the address was fetched before, and replace what is kept of it." };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Print nothing but errors." };

    public static Command Create()
    {
        var command = new Command("fetch", About) { Addresses, Output, Again, Quiet, SharedOptions.Work };
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(parsed, (session, cancellationToken) => FetchAsync(parsed, session, cancellationToken), overrides: SharedOptions.WorkOverride));
        return command;
    }

    private static async Task<int> FetchAsync(ParseResult parsed, CliSession session, CancellationToken cancellationToken)
    {
        var addresses = parsed.GetRequiredValue(Addresses).Select(WebAddress.Parse).DistinctBy(address => address.Key, StringComparer.Ordinal).ToArray();
        var folder = Directory.CreateDirectory(MakeSources.FullPath(parsed.GetRequiredValue(Output), "-o")).FullName;
        var quiet = parsed.GetValue(Quiet);
        await using var scope = session.Scopes.Open("fetch");
        var downloads = session.Get<MediaDownloads>();
        var fetching = addresses
            .Select(address => downloads.FetchAsync(address, scope, new Progress<MediaProgress>(), parsed.GetValue(Again), cancellationToken))
            .ToArray();
        await new MediaTaskDisplay(session.Get<MediaTasks>(), quiet).ShowAsync(WhenAllEnded(fetching));
        cancellationToken.ThrowIfCancellationRequested();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var errors = new List<ShortsFactoryException>();
        foreach (var fetched in fetching)
        {
            try
            {
                var media = await fetched;
                var path = Path.Combine(folder, Unique(media.Name, names));
                await AtomicFile.CopyAsync(media.Path, path, cancellationToken);
                if (!quiet)
                {
                    Console.WriteLine($"{Path.GetRelativePath(Environment.CurrentDirectory, path)}  {ByteText.Of(media.Length)}  SHA-256 {media.Sha256}{(media.WasKept ? "  (kept)" : "")}");
                }
            }
            catch (ShortsFactoryException exception)
            {
                errors.Add(exception);
            }
        }

        return Report(errors);
    }

    /// <summary>Of several errors each is told; the exit code is that of all, or else says that something failed.</summary>
    private static int Report(List<ShortsFactoryException> errors)
    {
        var report = new TextErrorReport();
        var codes = errors.Select(exception => report.Report(exception.Message, exception.Advice, ExitCodeOf(exception))).Distinct().ToArray();
        return codes switch
        {
            [] => ExitCode.Done,
            [var code] => code,
            _ => ExitCode.Failed,
        };
    }

    private static int ExitCodeOf(ShortsFactoryException exception) => exception switch
    {
        InvalidInputException => ExitCode.BadInput,
        ToolMissingException => ExitCode.Missing,
        _ => ExitCode.Failed,
    };

    private static async Task WhenAllEnded(IEnumerable<Task> tasks) => await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Two files of one run never get the same name; one of an earlier run is replaced.</summary>
    private static string Unique(string name, HashSet<string> names)
    {
        var unique = name;
        for (var number = 2; !names.Add(unique); number++)
        {
            unique = $"{Path.GetFileNameWithoutExtension(name)}-{number}{Path.GetExtension(name)}";
        }

        return unique;
    }
}
