
namespace ShortsFactory.Server.Jobs;

/// <summary>Tells whoever wants to know that a job has ended, and notes that it was told.</summary>
internal sealed class JobEndings(JobStore store, IEnumerable<IJobObserver> observers, TimeProvider timeProvider, ILogger<JobEndings> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task TellAsync(Job job, CancellationToken cancellationToken)
    {
        foreach (var observer in observers)
        {
            try
            {
                await observer.OnEndedAsync(job, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // It is told again; nobody else has anything to do with it.
                logger.ObserverFailed(job.Id, exception);
                return;
            }
        }

        await store.SetToldAsync(job.Id, cancellationToken);
    }

    /// <summary>Tells what a process that died could not.</summary>
    public async Task TellRestAsync(CancellationToken cancellationToken)
    {
        foreach (var job in await store.ListUntoldAsync(timeProvider.GetUtcNow() - Patience, cancellationToken))
        {
            await TellAsync(job, cancellationToken);
        }
    }
}
