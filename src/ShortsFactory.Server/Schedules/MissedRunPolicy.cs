namespace ShortsFactory.Server.Schedules;

/// <summary>What becomes of the runs whose time passed while no server was there to start them.</summary>
internal enum MissedRunPolicy
{
    /// <summary>They are dropped.</summary>
    Skip,

    /// <summary>The last of them is made up for.</summary>
    Once,

    /// <summary>All are made up for, but no more than <see cref="Timetable.MostMadeUp"/>: the last ones.</summary>
    All,
}
