using System.Globalization;
using ShortsFactory.Batches;

namespace ShortsFactory.Cli.Display;

/// <summary>Shows how far a batch is: on standard error for people, on standard output for programs.</summary>
internal abstract class BatchDisplay
{
    private const double BytesPerMegabyte = 1_000_000;

    /// <summary>A live table on a terminal, lines elsewhere, lines of JSON for programs.</summary>
    public static BatchDisplay Choose(bool json, bool quiet, bool verbose) => (json, quiet || verbose || Console.IsErrorRedirected) switch
    {
        (true, _) => new BatchJsonLines(),
        (_, true) => new BatchLines(quiet),
        _ => new BatchTable(),
    };

    /// <summary>Runs the batch and shows its progress until it ends.</summary>
    public abstract Task<BatchStatus> ShowAsync(Func<IBatchWatch, Task<BatchStatus>> run);

    /// <summary>Says how it ended.</summary>
    public virtual void End(BatchStatus status, BatchSettings settings)
    {
        Console.WriteLine(Summarize(status));
        Console.WriteLine($"Report: {Shown(settings.ReportPath)}");
        if (status.Outcome is BatchOutcome.Interrupted or BatchOutcome.GivenUp or BatchOutcome.Failed && settings.ResumeCommand is { } command)
        {
            Console.Error.WriteLine($"shorts: {Describe(status)}");
            Console.Error.WriteLine($"        To go on: {command}");
        }
    }

    /// <summary>A short's end, in one line.</summary>
    protected static string Describe(BatchShort made, BatchStatus status)
    {
        var count = status.Shorts.Count(other => other.IsDone);
        var place = string.Create(CultureInfo.InvariantCulture, $"[{count.ToString(CultureInfo.InvariantCulture).PadLeft(Digits(status))}/{status.Shorts.Count}]");
        return made.State switch
        {
            BatchShortState.Made => string.Create(CultureInfo.InvariantCulture, $"{place} made {made.Name}.mp4: {made.DurationSeconds:0.0} s of video in {made.Seconds:0.0} s{Left(status)}"),
            BatchShortState.Unchanged => $"{place} unchanged {made.Name}.mp4",
            BatchShortState.Stopped => $"{place} stopped {made.Name}",
            _ => $"{place} FAILED {made.Name}: {made.Error}{(made.Advice is { } advice ? $"{Environment.NewLine}{new string(' ', place.Length + 1)}{advice}" : "")}",
        };
    }

    /// <summary>How long it still takes.</summary>
    protected static string Left(BatchStatus status) => status.Left is { TotalSeconds: >= 1 } left ? $", about {Time(left)} left" : "";

    /// <summary>A time as people say it.</summary>
    protected static string Time(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes:00} min"),
    };

    private static int Digits(BatchStatus status) => status.Shorts.Count.ToString(CultureInfo.InvariantCulture).Length;

    private static string Describe(BatchStatus status)
    {
        var done = status.Shorts.Count(made => made.IsThere);
        var what = status.Outcome switch
        {
            BatchOutcome.Interrupted => "interrupted",
            BatchOutcome.GivenUp => "stopped at the first failure",
            _ => $"{status.Count(BatchShortState.Failed)} failed",
        };
        return $"{what}; {done} of {status.Shorts.Count} shorts are there and whole, of the others nothing was published.";
    }

    private static string Summarize(BatchStatus status)
    {
        var there = status.Shorts.Where(made => made.IsThere).ToArray();
        var unchanged = status.Count(BatchShortState.Unchanged) is > 0 and var count ? $", {count} unchanged" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Made {status.Count(BatchShortState.Made)} of {status.Shorts.Count} shorts in {Time(status.Elapsed)}{unchanged}, {status.Count(BatchShortState.Failed)} failed: "
            + $"{Time(TimeSpan.FromSeconds(there.Sum(made => made.DurationSeconds ?? 0)))} of video, {there.Sum(made => made.Bytes ?? 0) / BytesPerMegabyte:0.0} MB");
    }

    private static string Shown(string path) =>
        Path.GetRelativePath(Environment.CurrentDirectory, path) is var relative && relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
}
