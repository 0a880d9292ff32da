namespace ShortsFactory.Resources;

/// <summary>Why a child process was stopped before its own end.</summary>
internal enum StopReason
{
    None,
    Cancelled,
    TimeLimit,
    Stalled,
    ScopeReleased,

    /// <summary>The code that takes the lines of its output threw.</summary>
    LineRefused,
}
