using System.Diagnostics;
using System.Text.Json;
using ShortsFactory.Batches;

namespace ShortsFactory.Cli.Display;

/// <summary>A line of JSON for each event on standard output, and one every second for the progress; for programs.</summary>
internal sealed class BatchJsonLines : BatchDisplay, IBatchWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private long _last = Stopwatch.GetTimestamp();

    public override Task<BatchStatus> ShowAsync(Func<IBatchWatch, Task<BatchStatus>> run) => run(this);

    public void Report(BatchShort changed, bool isNewState, Func<BatchStatus> read)
    {
        lock (_lock)
        {
            if (isNewState)
            {
                Write(Describe(changed.State.ToString().ToLowerInvariant(), read()) with { Short = changed });
            }
            else if (Stopwatch.GetElapsedTime(_last) >= Interval)
            {
                Write(Describe("progress", read()));
            }
        }
    }

    public override void End(BatchStatus status, BatchSettings settings) =>
        Write(Describe("end", status) with { Outcome = status.Outcome, Report = settings.ReportPath });

    private static BatchEvent Describe(string name, BatchStatus status) => new()
    {
        Event = name,
        Done = status.Shorts.Count(made => made.IsDone),
        Failed = status.Count(BatchShortState.Failed),
        Total = status.Shorts.Count,
        Fraction = Math.Round(status.Fraction, 3),
        SecondsLeft = status.Left is { } left ? Math.Round(left.TotalSeconds) : null,
    };

    private void Write(BatchEvent line)
    {
        _last = Stopwatch.GetTimestamp();
        Console.WriteLine(JsonSerializer.Serialize(line, BatchEventJson.Default.BatchEvent));
    }
}
