namespace ShortsFactory.Server.Schedules;

/// <summary>What has become of a run.</summary>
internal enum RunState
{
    /// <summary>What it makes is chosen, and about to be handed in.</summary>
    Claimed,

    /// <summary>It was handed in: there is a job.</summary>
    Submitted,

    /// <summary>What it was to make cannot be used.</summary>
    Failed,

    /// <summary>There was nothing left to make.</summary>
    Empty,

    /// <summary>It was dropped, or stands for others that were: nobody was there to start them.</summary>
    Missed,
}
