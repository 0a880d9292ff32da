using ShortsFactory.Media.Tasks;

namespace ShortsFactory.Conversions;

/// <summary>Conversions that have been submitted; each ends by itself. Thread-safe.</summary>
public sealed class ConversionRun
{
    private readonly (PlannedConversion Plan, MediaTask Task, Task<ConversionResult> Result)[] _conversions;
    private readonly long[] _sizes;
    private readonly OutputFolder _folder;
    private readonly TimeProvider _timeProvider;
    private readonly long _started;

    internal ConversionRun(IEnumerable<(PlannedConversion Plan, MediaTask Task, Task<ConversionResult> Result)> conversions, OutputFolder folder, TimeProvider timeProvider)
    {
        _conversions = [.. conversions];
        _sizes = [.. _conversions.Select(conversion => new FileInfo(conversion.Plan.Input) is { Exists: true } file ? Math.Max(1, file.Length) : 1)];
        _folder = folder;
        _timeProvider = timeProvider;
        _started = timeProvider.GetTimestamp();
    }

    /// <summary>The files and what becomes of each, in their order; each faults as its conversion fails.</summary>
    public IEnumerable<(string Input, Task<ConversionResult> Result)> Results => _conversions.Select(conversion => (conversion.Plan.Input, conversion.Result));

    /// <summary>Ends when all have ended; never faults.</summary>
    public async Task WaitAsync()
    {
        await ((Task)Task.WhenAll(_conversions.Select(conversion => conversion.Result))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _folder.RemoveIfEmpty();
    }

    /// <summary>How far it is.</summary>
    public ConversionState Read()
    {
        MediaTaskStatus[] tasks = [.. _conversions.Select(conversion => conversion.Task.Status)];
        var done = tasks.Zip(_sizes, (task, size) => size * (task.HasEnded ? 1 : task.Fraction ?? 0)).Sum();
        return new ConversionState { Tasks = tasks, Fraction = done / _sizes.Sum(), Elapsed = _timeProvider.GetElapsedTime(_started) };
    }
}
