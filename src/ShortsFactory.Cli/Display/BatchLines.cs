using System.Diagnostics;
using System.Globalization;
using ShortsFactory.Batches;

namespace ShortsFactory.Cli.Display;

/// <summary>A line when a short ends, and one every half minute while none does; for pipes and logs. If quiet, failures alone.</summary>
internal sealed class BatchLines(bool quiet) : BatchDisplay, IBatchWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private long _last = Stopwatch.GetTimestamp();

    public override Task<BatchStatus> ShowAsync(Func<IBatchWatch, Task<BatchStatus>> run) => run(this);

    public void Report(BatchShort changed, bool isNewState, Func<BatchStatus> read)
    {
        lock (_lock)
        {
            if (changed.IsDone)
            {
                if (!quiet || changed.State == BatchShortState.Failed)
                {
                    Write(Describe(changed, read()));
                }
            }
            else if (!quiet && Stopwatch.GetElapsedTime(_last) >= Interval)
            {
                var status = read();
                Write(string.Create(CultureInfo.InvariantCulture, $"{status.Fraction:0 %} done, {status.Count(BatchShortState.Working)} at work{Left(status)}"));
            }
        }
    }

    private void Write(string line)
    {
        _last = Stopwatch.GetTimestamp();
        Console.Error.WriteLine(line);
    }
}
