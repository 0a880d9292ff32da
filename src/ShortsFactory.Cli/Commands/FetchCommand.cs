using System.CommandLine;
using ShortsFactory.Cli.Display;
using ShortsFactory.Cli.Hosting;
using ShortsFactory.Downloads;
using ShortsFactory.Media.Tasks;
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

        shorts fetch https://example.org/clip.mp4 -o footage     fetches footage/clip.mp4
        shorts fetch https://example.org/a.mp4 https://example.org/watch?v=7     fetches a file and the video of a page
        Exit codes: 0 all are there; 1 the network, a server or a tool failed; 2 an address is wrong, refused, or has nothing that can be
        used; 3 yt-dlp is missing; 130, 143, 129, 131 interrupted. Where there are several addresses, those that can be fetched are.
        """;

    private static readonly Argument<string[]> Addresses = new("URL")
    {
        Description = "Addresses of files, or of pages with a video; http or https.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The folder for the files.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<bool> Again = new("--again") { Description = "Ask the server although the address was fetched before, and replace what is kept of it." };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Print nothing but errors." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print what became of each address as JSON." };

    public static Command Create()
    {
        var command = new Command("fetch", About) { Addresses, Output, Again, SharedOptions.Work, Json, Quiet };
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(
            parsed,
            (session, cancellationToken) => FetchAsync(parsed, session, cancellationToken),
            parsed.GetValue(Json) ? new JsonErrorReport() : new TextErrorReport(),
            SharedOptions.WorkOverride,
            interruption: "interrupted; what has come is kept, and the same command goes on from there."));
        return command;
    }

    private static async Task<int> FetchAsync(ParseResult parsed, CliSession session, CancellationToken cancellationToken)
    {
        var addresses = parsed.GetRequiredValue(Addresses).Select(WebAddress.Parse).DistinctBy(address => address.Key, StringComparer.Ordinal).ToArray();
        var folder = Directory.CreateDirectory(MakeSources.FullPath(parsed.GetRequiredValue(Output), "-o")).FullName;
        await using var scope = session.Scopes.Open("fetch");
        var downloads = session.Get<MediaDownloads>();
        var fetching = addresses
            .Select(address => downloads.FetchAsync(address, scope, new Progress<MediaProgress>(), parsed.GetValue(Again), cancellationToken))
            .ToArray();
        var display = new MediaTaskDisplay(session.Get<MediaTasks>(), parsed.GetValue(Quiet), percent => session.Scopes.Describe(
            new RunStatus { Script = addresses[0].ToString(), Output = folder, Stage = "fetching", Percent = percent }));
        await display.ShowAsync(WhenAllEnded(fetching));
        cancellationToken.ThrowIfCancellationRequested();
        var names = new UniqueNames();
        var outcomes = new List<FetchOutcome>();
        foreach (var (address, fetched) in addresses.Zip(fetching))
        {
            outcomes.Add(await PublishAsync(address.ToString(), fetched, folder, names, cancellationToken));
        }

        return await ReportAsync(outcomes, parsed.GetValue(Json), parsed.GetValue(Quiet));
    }

    private static async Task<FetchOutcome> PublishAsync(
        string address, Task<FetchedMedia> fetched, string folder, UniqueNames names, CancellationToken cancellationToken)
    {
        try
        {
            var media = await fetched;
            var path = Path.Combine(folder, names.Take(media.Name));
            await DiskSpace.WriteAsync(path, () => AtomicFile.CopyAsync(media.Path, path, cancellationToken));
            return new FetchOutcome(address, path, media, Error: null);
        }
        catch (ShortsFactoryException exception)
        {
            return new FetchOutcome(address, Path: null, Media: null, exception);
        }
    }

    /// <summary>Each error is told; the exit code is that of all of them, or else says that something failed.</summary>
    private static async Task<int> ReportAsync(IReadOnlyList<FetchOutcome> outcomes, bool json, bool quiet)
    {
        if (json)
        {
            await FetchJson.WriteAsync(outcomes);
        }
        else if (!quiet)
        {
            foreach (var (path, media) in outcomes.Where(outcome => outcome.Media is not null).Select(outcome => (outcome.Path!, outcome.Media!)))
            {
                Console.WriteLine($"{Path.GetRelativePath(Environment.CurrentDirectory, path)}  {ByteText.Of(media.Length)}  SHA-256 {media.Sha256}{(media.WasKept ? "  (kept)" : "")}");
            }
        }

        var report = new TextErrorReport();
        var codes = outcomes.Select(outcome => outcome.Error).OfType<ShortsFactoryException>()
            .Select(exception => report.Report(exception.Message, exception.Advice, ExitCode.Of(exception)))
            .Distinct()
            .ToArray();
        return codes switch
        {
            [] => ExitCode.Done,
            [var code] => code,
            _ => ExitCode.Failed,
        };
    }

    private static async Task WhenAllEnded(IEnumerable<Task> tasks) => await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
