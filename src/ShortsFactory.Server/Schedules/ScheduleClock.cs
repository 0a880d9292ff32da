using Quartz;

namespace ShortsFactory.Server.Schedules;

/// <summary>
/// Wakes schedules when they are due: for each one a job of the scheduler, with a trigger at its next run. Nothing depends on a trigger being right, for what is due is
/// worked out when it fires.
/// </summary>
internal sealed class ScheduleClock(ISchedulerFactory schedulers)
{
    /// <summary>The scheduler's name; another one than that of jobs, so that these are never in its way.</summary>
    public const string Name = "schedules";

    private const string Group = "schedules";

    /// <summary>Sets a schedule's next waking, besides any that is set already.</summary>
    public async Task WakeAsync(string id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var scheduler = await SchedulerAsync(cancellationToken);
        var job = JobBuilder.Create<ScheduleTick>().WithIdentity(id, Group).RequestRecovery().Build();
        var trigger = TriggerBuilder.Create()
            .ForJob(job.Key)
            .WithIdentity($"{id}-{at.ToUnixTimeMilliseconds()}", Group)
            .StartAt(at)
            .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
            .Build();
        await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = true }, cancellationToken);
    }

    /// <summary>Takes back all that is set for a schedule.</summary>
    public async Task ForgetAsync(string id, CancellationToken cancellationToken) =>
        await (await SchedulerAsync(cancellationToken)).DeleteJob(new JobKey(id, Group), cancellationToken);

    private async Task<IScheduler> SchedulerAsync(CancellationToken cancellationToken) =>
        await schedulers.LookupScheduler(Name, cancellationToken) ?? throw new InvalidOperationException("The schedules' scheduler is not registered.");
}
