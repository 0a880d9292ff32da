using System.CommandLine;
using ShortsFactory.Cli.Hosting;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts cancel</c>: stops runs in good order, from another terminal.</summary>
internal static class CancelCommand
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);

    private static readonly Argument<string?> Run = new("RUN")
    {
        Description = "The run's id or its beginning; 'shorts ps' lists them.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> All = new("--all") { Description = "Stop all runs." };

    public static Command Create()
    {
        var command = new Command("cancel", "Stop a run: its children end, its temporary files go, nothing is published.") { Run, All, SharedOptions.Work };
        command.SetAction((parsed, _) => CommandRun.InSessionAsync(
            parsed, (session, cancellationToken) => CancelAsync(parsed, session, cancellationToken), overrides: SharedOptions.WorkOverride));
        return command;
    }

    private static async Task<int> CancelAsync(ParseResult parsed, CliSession session, CancellationToken cancellationToken)
    {
        var catalog = PsCommand.Catalog(session);
        var chosen = Choose(catalog.List(), parsed.GetValue(Run), parsed.GetValue(All));
        if (chosen.Count == 0)
        {
            Console.WriteLine("No run is at work.");
        }

        var stopped = await Task.WhenAll(chosen.Select(run => StopAsync(run, catalog, cancellationToken)));
        return stopped.All(gone => gone) ? ExitCode.Done : ExitCode.Failed;
    }

    private static IReadOnlyList<LiveRun> Choose(IReadOnlyList<LiveRun> runs, string? prefix, bool all)
    {
        if (all == prefix is not null)
        {
            throw new InvalidInputException("which run?") { Advice = $"Name one, or give --all alone. {Describe(runs)}" };
        }

        LiveRun[] matching = [.. runs.Where(run => all || run.Id.StartsWith(prefix!, StringComparison.Ordinal))];
        return all || matching.Length == 1
            ? matching
            : throw new InvalidInputException($"{(matching.Length == 0 ? "no run" : "more than one run")} at work has an id that begins with '{prefix}'.")
            {
                Advice = Describe(runs),
            };
    }

    private static string Describe(IReadOnlyList<LiveRun> runs) =>
        runs.Count == 0 ? "No run is at work." : $"At work: {string.Join(", ", runs.Select(run => run.Id))}.";

    private static async Task<bool> StopAsync(LiveRun run, RunCatalog catalog, CancellationToken cancellationToken)
    {
        var stopped = await catalog.StopAsync(run, TimeLimit, cancellationToken);
        Console.WriteLine(stopped
            ? $"Stopped {run.Id}{(run.Status is { } status ? $" ({status.Script})" : "")}."
            : $"{run.Id} was asked to stop, but is still there after {TimeLimit.TotalSeconds:0} s.");
        return stopped;
    }
}
