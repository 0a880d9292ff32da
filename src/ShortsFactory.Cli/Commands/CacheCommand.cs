using System.CommandLine;
using System.Globalization;
using ShortsFactory.Caching;
using ShortsFactory.Cli.Display;
using ShortsFactory.Cli.Hosting;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts cache</c>: what is kept of earlier runs.</summary>
internal static class CacheCommand
{
    private const double BytesPerMegabyte = 1_000_000;

    public static Command Create()
    {
        var clear = new Command("clear", "Delete every result that no run is using.");
        clear.SetAction((parsed, _) => CommandRun.InSessionAsync(parsed, (session, _) => Task.FromResult(Clear(session))));
        var command = new Command("cache", "Show what is kept of earlier runs, or clear it.") { clear };
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(parsed, (session, _) => Task.FromResult(Show(session))));
        return command;
    }

    private static int Show(CliSession session)
    {
        var summary = session.Get<ResultCache>().Describe();
        TextTable.Write(["CACHE", summary.Directory],
        [
            ["entries", summary.Entries.ToString(CultureInfo.InvariantCulture)],
            ["size", Megabytes(summary.Size)],
            ["limit", Megabytes(summary.SizeLimit)],
        ]);
        return ExitCode.Done;
    }

    private static int Clear(CliSession session)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Deleted {session.Get<ResultCache>().Clear()} entries."));
        return ExitCode.Done;
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / BytesPerMegabyte:0.0} MB");
}
