using Microsoft.Extensions.Options;
using Quartz;
using ShortsFactory.Server.Hosting;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Workers;

/// <summary>When the process is asked to stop: begins nothing more, and gives running jobs some time. It stops before the scheduler, which then interrupts the rest; these are handed back.</summary>
internal sealed class Drain(ISchedulerFactory schedulers, RunningJobs running, IOptions<ServerOptions> options, TimeProvider timeProvider, ILogger<Drain> logger) : IHostedService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether it has begun.</summary>
    public bool IsDraining { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        IsDraining = true;
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.Standby(cancellationToken);
        var (limit, started) = (options.Value.DrainLimit, timeProvider.GetTimestamp());
        if (running.Count > 0)
        {
            logger.Draining(running.Count, limit);
        }

        while (running.Count > 0 && timeProvider.GetElapsedTime(started) < limit && !cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, timeProvider, CancellationToken.None);
        }
    }
}
