using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using ShortsFactory.Caching;
using ShortsFactory.Cli.Display;
using ShortsFactory.Cli.Hosting;
using ShortsFactory.Downloads;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts cache</c>: what is kept of earlier runs.</summary>
internal static class CacheCommand
{
    private const double BytesPerMegabyte = 1_000_000;

    public static Command Create()
    {
        var clear = new Command("clear", "Delete every result and all footage that no run is using.");
        clear.SetAction((parsed, _) => CommandRun.InSessionAsync(parsed, (session, _) => Task.FromResult(Clear(session))));
        var command = new Command("cache", "Show what is kept of earlier runs, or clear it.") { clear };
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(parsed, (session, _) => Task.FromResult(Show(session))));
        return command;
    }

    private static int Show(CliSession session)
    {
        var summary = session.Get<ResultCache>().Describe();
        var footage = session.Get<MediaDownloads>().MeasureKept();
        TextTable.Write(["CACHE", summary.Directory],
        [
            ["entries", summary.Entries.ToString(CultureInfo.InvariantCulture)],
            ["size", Megabytes(summary.Size)],
            ["limit", Megabytes(summary.SizeLimit)],
            ["footage", string.Create(CultureInfo.InvariantCulture, $"{Files(footage.Count)}, {Megabytes(footage.Size)}")],
            ["limit of footage", Megabytes(session.Get<IOptions<DownloadOptions>>().Value.KeepLimit)],
        ]);
        return ExitCode.Done;
    }

    private static int Clear(CliSession session)
    {
        var entries = session.Get<ResultCache>().Clear();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Deleted {entries} entries, and {Files(session.Get<MediaDownloads>().Clear())} of footage."));
        return ExitCode.Done;
    }

    private static string Files(int count) => count == 1 ? "1 file" : string.Create(CultureInfo.InvariantCulture, $"{count} files");

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / BytesPerMegabyte:0.0} MB");
}
