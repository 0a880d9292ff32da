namespace ShortsFactory.Batches;

/// <summary>What has become of a short of a batch.</summary>
public enum BatchShortState
{
    /// <summary>It has not been begun.</summary>
    Waiting,

    /// <summary>It is being made.</summary>
    Working,

    /// <summary>It was made.</summary>
    Made,

    /// <summary>It was there already, made from the same inputs.</summary>
    Unchanged,

    /// <summary>It could not be made.</summary>
    Failed,

    /// <summary>It was stopped with the batch; nothing of it was published.</summary>
    Stopped,
}
