using System.Collections.Concurrent;
using System.Data.Common;
using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Api;

/// <summary>
/// Follows the jobs in the database, whoever changes them, and tells those who listen; asks nothing while nobody does. Changes are looked for a little
/// further back than the last look, as clocks of machines differ, and told once by their revision.
/// </summary>
internal sealed class EventHub(JobStore store, IArtifactStore artifacts, SystemStatus system, TimeProvider timeProvider, ILogger<EventHub> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<EventSubscription, byte> _listeners = new();
    private Dictionary<string, long> _told = new(StringComparer.Ordinal);
    private SystemView? _system;

    public EventSubscription Subscribe()
    {
        var subscription = new EventSubscription(ended => _listeners.TryRemove(ended, out _));
        _listeners.TryAdd(subscription, 0);
        return subscription;
    }

    /// <summary>Tells all who listen to this process.</summary>
    public void Tell(JobEvent happened)
    {
        foreach (var listener in _listeners.Keys)
        {
            listener.Tell(happened);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, timeProvider);
        var since = timeProvider.GetUtcNow();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                since = _listeners.IsEmpty ? timeProvider.GetUtcNow() : await LookAsync(since, stoppingToken);
            }
            catch (DbException exception)
            {
                logger.DatabaseAway(exception.Message);
            }
        }
    }

    private async Task<DateTimeOffset> LookAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        var changed = await store.ListChangedAsync(since - ClockSkew, cancellationToken);
        foreach (var job in changed.Where(job => _told.GetValueOrDefault(job.Id) != job.Revision))
        {
            Tell(new("job", job.Id, JobView.Of(job, artifacts)));
        }

        _told = changed.ToDictionary(job => job.Id, job => job.Revision, StringComparer.Ordinal);
        var status = await system.ReadAsync(cancellationToken);
        if (!status.LooksLike(_system))
        {
            _system = status;
            Tell(new("system", Job: null, status));
        }

        return now;
    }
}
