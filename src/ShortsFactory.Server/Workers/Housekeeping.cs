using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Workers;

/// <summary>Puts right what a process that died left half done: ends that nobody was told of, and jobs without a place in the queue.</summary>
internal sealed class Housekeeping(JobEndings endings, JobService jobs, TimeProvider timeProvider, ILogger<Housekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, timeProvider);
        do
        {
            try
            {
                await endings.TellRestAsync(stoppingToken);
                await jobs.RestoreAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Whatever it is, the next round may find it gone.
                logger.HousekeepingFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
