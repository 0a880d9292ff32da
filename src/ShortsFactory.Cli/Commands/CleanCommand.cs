using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShortsFactory.Cli.Display;
using ShortsFactory.Cli.Hosting;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts clean</c>: removes what runs left that were cut off together with everything that cleans up after them.</summary>
internal static class CleanCommand
{
    private const double BytesPerMegabyte = 1_000_000;

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only list what would be removed." };

    public static Command Create()
    {
        var command = new Command("clean", "Remove what runs left behind that were cut off, for example by a power failure.") { DryRun, SharedOptions.Work };
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(
            parsed,
            (session, _) => Task.FromResult(Clean(parsed.GetValue(DryRun), session)),
            overrides: SharedOptions.WorkOverride));
        return command;
    }

    private static int Clean(bool dryRun, CliSession session)
    {
        var janitor = new Janitor(
            session.Get<IOptions<ResourceOptions>>().Value, session.Get<TimeProvider>(), session.Get<ILoggerFactory>().CreateLogger<Janitor>());
        var report = janitor.Clean(dryRun);
        foreach (var problem in report.Problems)
        {
            Console.Error.WriteLine($"warning: {problem}");
        }

        if (report.Runs.Count == 0)
        {
            Console.WriteLine("Nothing to clean.");
            return ExitCode.Done;
        }

        TextTable.Write(["RUN", "SIZE", "AGE"], report.Runs.Select(run => (string[])[run.Path, Megabytes(run.Bytes), Describe(run.Age)]));
        Console.WriteLine($"{(dryRun ? "Would remove" : "Removed")} {report.Runs.Count} dead run{(report.Runs.Count == 1 ? "" : "s")}, {Megabytes(report.Runs.Sum(run => run.Bytes))}.");
        return ExitCode.Done;
    }

    private static string Megabytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / BytesPerMegabyte:0.0} MB");

    private static string Describe(TimeSpan age) => age switch
    {
        { TotalDays: >= 2 } => $"{(int)age.TotalDays} days",
        { TotalHours: >= 2 } => $"{(int)age.TotalHours} h",
        { TotalMinutes: >= 2 } => $"{(int)age.TotalMinutes} min",
        _ => $"{(int)age.TotalSeconds} s",
    };
}
