using System.Globalization;
using ShortsFactory.Batches;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ShortsFactory.Cli.Display;

/// <summary>The whole and what is at work, redrawn in place, with a line above for each short that ends; for terminals.</summary>
internal sealed class BatchTable : BatchDisplay, IBatchWatch
{
    private const int BarWidth = 24;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    private readonly Lock _lock = new();
    private readonly List<string> _ended = [];
    private Func<BatchStatus>? _read;

    public override async Task<BatchStatus> ShowAsync(Func<IBatchWatch, Task<BatchStatus>> run)
    {
        var running = run(this);
        await _console.Live(new Text("")).AutoClear(true).StartAsync(async context =>
        {
            while (!running.IsCompleted)
            {
                foreach (var line in TakeEnded())
                {
                    _console.MarkupLine(line);
                }

                context.UpdateTarget(_read is { } read ? Draw(read()) : new Text("checking"));
                await Task.WhenAny(running, Task.Delay(Interval));
            }
        });
        foreach (var line in TakeEnded())
        {
            _console.MarkupLine(line);
        }

        return await running;
    }

    public void Report(BatchShort changed, bool isNewState, Func<BatchStatus> read)
    {
        _read ??= read;
        if (changed.IsDone)
        {
            var color = changed.State switch
            {
                BatchShortState.Made => "green",
                BatchShortState.Unchanged => "blue",
                BatchShortState.Failed => "red",
                _ => "yellow",
            };
            lock (_lock)
            {
                _ended.Add($"[{color}]{Markup.Escape(Describe(changed, read()))}[/]");
            }
        }
    }

    private string[] TakeEnded()
    {
        lock (_lock)
        {
            string[] ended = [.. _ended];
            _ended.Clear();
            return ended;
        }
    }

    private static Rows Draw(BatchStatus status)
    {
        List<IRenderable> rows = [new Markup(Total(status))];
        rows.AddRange(status.Shorts.Where(made => made.State == BatchShortState.Working).Select(made => new Markup(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {Bar(made.Fraction, "blue")} {made.Fraction,5:0 %}  [grey]{made.Stage?.ToString().ToLowerInvariant() ?? "preparing",-11}[/] {Markup.Escape(made.Name)}")) { Overflow = Overflow.Ellipsis }));
        return new Rows(rows);
    }

    private static string Total(BatchStatus status)
    {
        var failed = status.Count(BatchShortState.Failed) is > 0 and var count ? $", [red]{count} failed[/]" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Bar(status.Fraction, "green")}   {status.Fraction,5:0 %}  {status.Shorts.Count(made => made.IsDone)} of {status.Shorts.Count} done{failed}, {Time(status.Elapsed)}{Left(status)}");
    }

    private static string Bar(double fraction, string color)
    {
        var full = (int)Math.Round(Math.Clamp(fraction, 0, 1) * BarWidth);
        return $"[{color}]{new string('━', full)}[/][grey]{new string('━', BarWidth - full)}[/]";
    }
}
