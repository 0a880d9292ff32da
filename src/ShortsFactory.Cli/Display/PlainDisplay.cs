using System.Diagnostics;
using System.Globalization;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Cli.Display;

/// <summary>A line when a stage ends, and one every few seconds while a long one runs; for pipes and logs.</summary>
internal sealed class PlainDisplay : RunDisplay, IProgress<StageProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private long _stageStarted;
    private long _lastLine;
    private StageName? _finished;

    public override Task<T> ShowAsync<T>(Func<IProgress<StageProgress>, Task<T>> work) => work(this);

    public void Report(StageProgress value)
    {
        lock (_lock)
        {
            if (value is { Fraction: 0, Detail: null })
            {
                _stageStarted = _lastLine = Stopwatch.GetTimestamp();
            }
            else if (value is { Fraction: >= 1, Detail: null } && _finished != value.Stage)
            {
                _finished = value.Stage;
                Write(value.Stage, string.Create(CultureInfo.InvariantCulture, $"done in {Stopwatch.GetElapsedTime(_stageStarted).TotalSeconds:0.0} s"));
            }
            else if (Stopwatch.GetElapsedTime(_lastLine) >= Interval)
            {
                Write(value.Stage, string.Create(CultureInfo.InvariantCulture, $"{value.Fraction:0 %} {value.Detail}"));
            }
        }
    }

    private void Write(StageName stage, string text)
    {
        _lastLine = Stopwatch.GetTimestamp();
        Console.Error.WriteLine($"{stage.ToString().ToLowerInvariant(),-12} {text}");
    }
}
