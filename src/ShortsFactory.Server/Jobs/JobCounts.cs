namespace ShortsFactory.Server.Jobs;

/// <summary>How many jobs there are in each state.</summary>
internal sealed record JobCounts(int Queued, int Running, int Done, int Failed, int Cancelled)
{
    public static JobCounts Of(IReadOnlyDictionary<JobState, int> counts) => new(
        counts.GetValueOrDefault(JobState.Queued),
        counts.GetValueOrDefault(JobState.Running),
        counts.GetValueOrDefault(JobState.Done),
        counts.GetValueOrDefault(JobState.Failed),
        counts.GetValueOrDefault(JobState.Cancelled));
}
