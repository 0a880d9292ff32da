using Quartz;

namespace ShortsFactory.Server.Jobs;

/// <summary>What the scheduler calls when it is a job's turn.</summary>
internal sealed class JobRunner(AttemptRunner attempts) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await attempts.RunAsync(context.JobDetail.Key.Name, cancellationToken);
}
