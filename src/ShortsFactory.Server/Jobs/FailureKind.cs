namespace ShortsFactory.Server.Jobs;

/// <summary>Why a job failed, as far as a program needs to know.</summary>
internal enum FailureKind
{
    /// <summary>The script, or something that it names, cannot be used.</summary>
    Input,

    /// <summary>A step went wrong.</summary>
    Failed,

    /// <summary>A step took too long.</summary>
    Timeout,

    /// <summary>There was no room on a disk, time and again.</summary>
    Disk,

    /// <summary>Whichever worker began it did not come to its end.</summary>
    Poison,
}
