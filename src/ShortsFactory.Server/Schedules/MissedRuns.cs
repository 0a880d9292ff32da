namespace ShortsFactory.Server.Schedules;

/// <summary>What a schedule's policy makes of the runs that were missed.</summary>
/// <param name="MadeUp">Those that are started now, oldest first.</param>
/// <param name="OthersDropped">Whether there were others, which are not.</param>
internal sealed record MissedRuns(IReadOnlyList<ScheduledRun> MadeUp, bool OthersDropped);
