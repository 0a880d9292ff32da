using System.Data.Common;
using Quartz;

namespace ShortsFactory.Server.Jobs;

/// <summary>
/// The queue, which is the scheduler: a job of ours is one of its jobs, with a trigger that is due at once. Joins the caller's transaction, so that a
/// record and its place in the queue are there both, or neither is.
/// </summary>
internal sealed class JobQueue(ISchedulerFactory schedulers)
{
    /// <summary>The group of jobs among the scheduler's.</summary>
    public const string Group = "shorts";

    /// <summary>
    /// How much earlier one step of priority is due. The scheduler asks for priority only where two triggers are due at the same instant; so the instant
    /// carries it: a higher priority is due years earlier, and among equals who came first.
    /// </summary>
    private static readonly TimeSpan StepOfPriority = TimeSpan.FromDays(3650);

    /// <summary>Puts a job into the queue.</summary>
    public async Task AddAsync(Job job, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var detail = JobBuilder.Create<JobRunner>().WithIdentity(KeyOf(job.Id)).RequestRecovery().Build();
        using (scheduler.EnlistTransaction(transaction))
        {
            await scheduler.ScheduleJob(detail, [TriggerOf(job)], new ScheduleJobOptions { Replace = true }, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Takes a job out of the queue whose record says already that it is not to be made; one that is left there is passed over when its turn comes.</summary>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        // In no transaction of ours: of one in SQLite the scheduler does not notice that it is the same, and waits half a minute for its end.
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        try
        {
            await scheduler.DeleteJob(KeyOf(id), cancellationToken);
        }
        catch (SchedulerException)
        {
            // Its turn has come at this moment, or the queue cannot be written to: it is passed over.
        }
    }

    private static JobKey KeyOf(string id) => new(id, Group);

    private static ITrigger TriggerOf(Job job) => TriggerBuilder.Create()
        .ForJob(KeyOf(job.Id))
        .WithIdentity($"{job.Id}-{job.Attempt}-{job.Revision}", Group)
        .StartAt(job.CreatedAt - (job.Priority * StepOfPriority))
        .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
        .Build();
}
