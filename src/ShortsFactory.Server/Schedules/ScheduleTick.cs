using Quartz;

namespace ShortsFactory.Server.Schedules;

/// <summary>What the scheduler calls when a schedule is due.</summary>
[DisallowConcurrentExecution]
internal sealed class ScheduleTick(ScheduleRunner runner, ScheduleClock clock, TimeProvider timeProvider, ILogger<ScheduleTick> logger) : IJob
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var id = context.JobDetail.Key.Name;
        DateTimeOffset? next;
        try
        {
            next = await runner.RunAsync(id, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A full disk, a database away: what is due stays due.
            logger.ScheduleFailed(id, exception);
            next = timeProvider.GetUtcNow() + Pause;
        }

        if (next is { } at)
        {
            await clock.WakeAsync(id, at, cancellationToken);
        }
    }
}
