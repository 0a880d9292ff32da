namespace ShortsFactory.Server.Jobs;

/// <summary>What has become of a job.</summary>
internal enum JobState
{
    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>A worker makes it.</summary>
    Running,

    /// <summary>Its video is there.</summary>
    Done,

    /// <summary>It could not be made.</summary>
    Failed,

    /// <summary>Somebody called it off.</summary>
    Cancelled,
}
