namespace ShortsFactory.Server.Jobs;

/// <summary>Whether an attempt to make a job still counts.</summary>
internal enum AttemptStanding
{
    /// <summary>It does.</summary>
    Counts,

    /// <summary>It does, but somebody called the job off.</summary>
    CancelRequested,

    /// <summary>It does not: the job was taken over, or is gone.</summary>
    Lost,
}
