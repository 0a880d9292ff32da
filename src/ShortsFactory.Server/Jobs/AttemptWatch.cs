using System.Data.Common;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Server.Jobs;

/// <summary>Tells once a second how far an attempt is, and stops it when the job is called off or was taken over.</summary>
internal sealed class AttemptWatch : IProgress<StageProgress>, IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Below this the time left cannot be told from what is done.</summary>
    private const double LeastFraction = 0.03;

    private readonly Job _job;
    private readonly JobStore _store;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _ended = new();
    private readonly long _started;
    private readonly Task _watching;
    private StageProgress? _progress;

    public AttemptWatch(Job job, JobStore store, TimeProvider timeProvider, ILogger logger, CancellationToken cancellationToken)
    {
        (_job, _store, _timeProvider, _logger) = (job, store, timeProvider, logger);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _started = timeProvider.GetTimestamp();
        _watching = WatchAsync();
    }

    /// <summary>Cancelled when the attempt is to stop.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Why, as far as it is the job's own matter.</summary>
    public AttemptStanding Standing { get; private set; }

    public void Cancel()
    {
        Standing = AttemptStanding.CancelRequested;
        _stop.Cancel();
    }

    /// <inheritdoc />
    public void Report(StageProgress value) => _progress = value;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _watching;
        _stop.Dispose();
        _ended.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Interval, _timeProvider);
        StageProgress? told = null;
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token))
            {
                var progress = _progress;
                var standing = progress == told ? await StandingAsync(null) : await StandingAsync(progress);
                told = progress;
                if (standing is not AttemptStanding.Counts and not null)
                {
                    Standing = standing.Value;
                    await _stop.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The attempt has ended, and its end says all.
        }
    }

    private async Task<AttemptStanding?> StandingAsync(StageProgress? progress)
    {
        try
        {
            return progress is { } made
                ? await _store.ReportAsync(_job, made.Stage.ToString().ToLowerInvariant(), (int)(made.OfShort * 100), SecondsLeft(made.OfShort), _ended.Token)
                : await _store.StandingAsync(_job, _ended.Token);
        }
        catch (DbException exception)
        {
            // The work goes on meanwhile; what counts is told at its end.
            _logger.DatabaseAway(exception.Message);
            return null;
        }
    }

    private int? SecondsLeft(double fraction) =>
        fraction > LeastFraction ? (int)Math.Ceiling(_timeProvider.GetElapsedTime(_started).TotalSeconds * (1 - fraction) / fraction) : null;
}
