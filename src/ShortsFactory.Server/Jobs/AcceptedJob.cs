namespace ShortsFactory.Server.Jobs;

/// <summary>A job that was taken in.</summary>
/// <param name="Job">The job.</param>
/// <param name="IsNew">Whether it was not there before.</param>
internal sealed record AcceptedJob(Job Job, bool IsNew);
