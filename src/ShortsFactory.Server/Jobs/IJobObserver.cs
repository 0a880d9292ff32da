namespace ShortsFactory.Server.Jobs;

/// <summary>Whoever wants to know of the end of jobs.</summary>
internal interface IJobObserver
{
    /// <summary>Called once for each end of a job; once more if the process died meanwhile.</summary>
    Task OnEndedAsync(Job job, CancellationToken cancellationToken);
}
