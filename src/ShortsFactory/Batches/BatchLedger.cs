using ShortsFactory.Pipeline;
using ShortsFactory.Pipeline.Manifests;

namespace ShortsFactory.Batches;

/// <summary>Keeps account of a batch while it is worked off. Thread-safe.</summary>
internal sealed class BatchLedger
{
    /// <summary>Below this the time left cannot be told from what is done.</summary>
    private const double LeastFraction = 0.02;

    private readonly Lock _lock = new();
    private readonly List<Action<BatchShort, bool>> _watches = [];
    private readonly BatchShort[] _shorts;
    private readonly TimeProvider _timeProvider;
    private readonly DateTimeOffset _started;
    private BatchOutcome _outcome = BatchOutcome.Working;

    public BatchLedger(BatchPlan plan, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _started = timeProvider.GetUtcNow();
        _shorts = [.. plan.Items.Select(item => new BatchShort
        {
            Number = item.Number,
            Name = item.Name,
            Title = item.Title,
            Source = item.Source,
            Output = item.Request.OutputPath,
            Estimate = item.Estimate,
        })];
    }

    /// <summary>Lets somebody know of each change, and whether it is one of the short's state, on the thread that made it; to be called before the work begins.</summary>
    public void Watch(Action<BatchShort, bool> watch) => _watches.Add(watch);

    public BatchStatus Read()
    {
        lock (_lock)
        {
            var fraction = FractionOf(_shorts);
            var now = _timeProvider.GetUtcNow();
            return new BatchStatus
            {
                Outcome = _outcome,
                Started = _started,
                Now = now,
                Shorts = [.. _shorts],
                Fraction = fraction,
                Left = fraction is > LeastFraction and < 1 ? (now - _started) * ((1 - fraction) / fraction) : null,
            };
        }
    }

    public void End(BatchOutcome outcome)
    {
        lock (_lock)
        {
            _outcome = outcome;
        }
    }

    public void Begin(BatchItem item) => Change(item, made => made with { State = BatchShortState.Working });

    public void Report(BatchItem item, StageProgress progress) => Change(item, made => made with
    {
        Stage = progress.Stage,
        Fraction = progress.OfShort,
    });

    public void Finish(BatchItem item, Manifest manifest, BatchShortState state, TimeSpan elapsed) => Change(item, made => made with
    {
        State = state,
        Stage = null,
        Seconds = Math.Round(elapsed.TotalSeconds, 3),
        DurationSeconds = manifest.DurationSeconds,
        Bytes = new FileInfo(item.Request.OutputPath) is { Exists: true } video ? video.Length : null,
        Stages = manifest.Stages,
        Warnings = manifest.Warnings,
    });

    public void Fail(BatchItem item, string error, string? advice, TimeSpan elapsed) => Change(item, made => made with
    {
        State = BatchShortState.Failed,
        Stage = null,
        Seconds = Math.Round(elapsed.TotalSeconds, 3),
        Error = error,
        Advice = advice,
    });

    public void Stop(BatchItem item) => Change(item, made => made with { State = BatchShortState.Stopped, Stage = null });

    private void Change(BatchItem item, Func<BatchShort, BatchShort> change)
    {
        BatchShort before, changed;
        lock (_lock)
        {
            before = _shorts[item.Number - 1];
            changed = _shorts[item.Number - 1] = change(before);
        }

        _watches.ForEach(watch => watch(changed, changed.State != before.State));
    }

    /// <summary>By what is to be done: what was there already, or cannot be made, takes no time.</summary>
    private static double FractionOf(IEnumerable<BatchShort> shorts)
    {
        var work = shorts.Where(made => made.State is not (BatchShortState.Unchanged or BatchShortState.Failed)).ToArray();
        var whole = work.Sum(Weight);
        return whole > 0 ? work.Sum(made => Weight(made) * (made.State == BatchShortState.Made ? 1 : made.Fraction)) / whole : 1;
    }

    /// <summary>Even the shortest has its beginning and its end.</summary>
    private static double Weight(BatchShort made) => made.Estimate.TotalSeconds + 2;
}
