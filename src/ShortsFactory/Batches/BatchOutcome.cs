namespace ShortsFactory.Batches;

/// <summary>How a batch ended.</summary>
public enum BatchOutcome
{
    /// <summary>It is at work.</summary>
    Working,

    /// <summary>Every short is there.</summary>
    Succeeded,

    /// <summary>All was tried, and some shorts could not be made.</summary>
    Failed,

    /// <summary>A failure stopped it.</summary>
    GivenUp,

    /// <summary>The caller stopped it.</summary>
    Interrupted,
}
