namespace ShortsFactory.Media.Tasks;

/// <summary>Where a task is in its life. The last four are ends, each for another reason.</summary>
public enum MediaTaskState
{
    /// <summary>It waits until fewer tasks of its kind are at work.</summary>
    Queued,

    /// <summary>It is at work.</summary>
    Running,

    /// <summary>It did what it was to do.</summary>
    Completed,

    /// <summary>Something went wrong.</summary>
    Failed,

    /// <summary>Somebody who may do so stopped it.</summary>
    Cancelled,

    /// <summary>It took too long, or got no further for too long.</summary>
    TimedOut,
}
