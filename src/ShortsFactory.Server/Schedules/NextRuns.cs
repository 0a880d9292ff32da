namespace ShortsFactory.Server.Schedules;

/// <summary>The next runs of a schedule.</summary>
/// <param name="TimeZone">The zone whose clocks it is told by.</param>
/// <param name="Runs">The runs, in order.</param>
internal sealed record NextRuns(string TimeZone, IReadOnlyList<ScheduledRun> Runs);
