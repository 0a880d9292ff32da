using System.Diagnostics;
using System.Globalization;
using ShortsFactory.Media.Tasks;
using Spectre.Console;

namespace ShortsFactory.Cli.Display;

/// <summary>Shows on standard error how far tasks are: a bar for each on a terminal, lines every few seconds elsewhere.</summary>
/// <param name="tasks">The tasks.</param>
/// <param name="quiet">Whether nothing is shown.</param>
/// <param name="describe">Takes how much of all is done, in percent, for whoever looks at the run from outside.</param>
internal sealed class MediaTaskDisplay(MediaTasks tasks, bool quiet, Action<int> describe)
{
    private const int LongestName = 40;

    private static readonly TimeSpan RedrawInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Shows the tasks until the work that submits them has ended.</summary>
    public async Task ShowAsync(Task work)
    {
        if (quiet || Console.IsErrorRedirected)
        {
            await ShowLinesAsync(work);
        }
        else
        {
            await _console.Progress()
                .AutoClear(enabled: true)
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
                .StartAsync(context => ShowBarsAsync(context, work));
        }
    }

    /// <summary>What is said of a task beside its share: what it does, how fast, and how long it takes yet.</summary>
    internal static string Describe(MediaTaskStatus status) => status switch
    {
        { State: MediaTaskState.Queued } => "waits for its turn",
        { State: MediaTaskState.Completed } => "done",
        { HasEnded: true } => "failed",
        { Step: "", Done: 0, Total: null } => "begins",
        { Step.Length: > 0 } => status.Step,
        { Kind: MediaTaskKind.Download } => string.Join(", ", (string[])[.. Amount(status), .. Left(status)]),
        _ => string.Join(", ", (string[])[.. Speed(status), .. Left(status)]),
    };

    private async Task ShowBarsAsync(ProgressContext context, Task work)
    {
        var bars = new Dictionary<int, ProgressTask>();
        while (!work.IsCompleted)
        {
            foreach (var status in Look())
            {
                if (!bars.TryGetValue(status.Id, out var bar))
                {
                    bars.Add(status.Id, bar = context.AddTask(Name(status), maxValue: 1));
                }

                bar.Description = $"{Markup.Escape(Name(status)),-LongestName} [grey]{Markup.Escape(Describe(status))}[/]";
                bar.IsIndeterminate = status is { HasEnded: false, Fraction: null };
                bar.Value = status.Fraction ?? 0;
            }

            await Task.WhenAny(work, Task.Delay(RedrawInterval));
        }

        await work;
    }

    private async Task ShowLinesAsync(Task work)
    {
        var last = Stopwatch.GetTimestamp();
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(RedrawInterval));
            var all = Look();
            if (quiet || Stopwatch.GetElapsedTime(last) < LineInterval)
            {
                continue;
            }

            last = Stopwatch.GetTimestamp();
            foreach (var status in all.Where(status => !status.HasEnded))
            {
                var share = status.Fraction is { } fraction ? string.Create(CultureInfo.InvariantCulture, $"{fraction:0 %}, ") : "";
                await Console.Error.WriteLineAsync($"{Name(status)}: {share}{Describe(status)}");
            }
        }

        await work;
    }

    private IReadOnlyList<MediaTaskStatus> Look()
    {
        var all = tasks.List();
        describe((int)(100 * all.Select(status => status.HasEnded ? 1 : status.Fraction ?? 0).DefaultIfEmpty().Average()));
        return all;
    }

    /// <summary>The end of a long name tells more than its beginning.</summary>
    private static string Name(MediaTaskStatus status) =>
        status.Name.Length <= LongestName ? status.Name : $"…{status.Name[^(LongestName - 1)..]}";

    private static string[] Amount(MediaTaskStatus status)
    {
        var done = ByteText.Of(status.Done);
        var amount = status.Total is { } total ? $"{done} of {ByteText.Of(total)}" : done;
        return status.Speed > 0 ? [amount, $"{ByteText.Of(status.Speed)}/s"] : [amount];
    }

    private static string[] Speed(MediaTaskStatus status) =>
        status.Speed > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{status.Speed:0.0}x")] : [];

    private static string[] Left(MediaTaskStatus status) =>
        status.TimeLeft is { } left && left < TimeSpan.FromDays(1) ? [$"{left:h\\:mm\\:ss} left"] : [];
}
