namespace ShortsFactory.Server.Schedules;

/// <summary>One run of a schedule.</summary>
/// <param name="Planned">When it comes by the schedule alone; this names the run, and no two of a schedule have the same.</param>
/// <param name="Due">When it is started: as much later as the schedule's jitter says.</param>
internal sealed record ScheduledRun(DateTimeOffset Planned, DateTimeOffset Due);
