namespace ShortsFactory.Media.Tasks;

/// <summary>Why a task was asked to stop; the first reason counts.</summary>
internal enum MediaTaskStop
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,

    /// <summary>It took too long.</summary>
    TimeLimit,

    /// <summary>It got no further for too long.</summary>
    Stalled,
}
