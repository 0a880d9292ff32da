using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Schedules;
using ShortsFactory.Server.Webhooks;

namespace ShortsFactory.Server;

/// <summary>Every message that this project logs.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Worker} makes up to {Slots} shorts at once; records in {Database}, results in {Artifacts}")]
    public static partial void WorkerStarted(this ILogger logger, string worker, int slots, string database, string artifacts);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Id}: attempt {Attempt} at {Title}")]
    public static partial void AttemptStarted(this ILogger logger, string id, int attempt, string title);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Id}: attempt {Attempt} does not count any more, another one was begun or the job is gone")]
    public static partial void AttemptLost(this ILogger logger, string id, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Id} failed")]
    public static partial void AttemptFailed(this ILogger logger, string id, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Id} goes back into the queue: {Reason}")]
    public static partial void DiskFull(this ILogger logger, string id, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Id} is {State}. {Reason}")]
    public static partial void JobEnded(this ILogger logger, string id, JobState state, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Warning}")]
    public static partial void Warned(this ILogger logger, string warning);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Id} has ended, but not all could be told; it is tried again")]
    public static partial void ObserverFailed(this ILogger logger, string id, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer: {Reason}")]
    public static partial void DatabaseAway(this ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No job is begun here: {Reason}")]
    public static partial void Paused(this ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Jobs are begun again")]
    public static partial void Resumed(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopping: {Count} jobs may go on for {Limit}, then they are handed back; a second signal hands them back at once")]
    public static partial void Draining(this ILogger logger, int count, TimeSpan limit);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    public static partial void RequestFailed(this ILogger logger, string method, string path, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Webhook {Event} of job {Id} to {Address}: {State} after {Attempts} attempts. {Reason}")]
    public static partial void WebhookSent(this ILogger logger, string @event, string id, string address, DeliveryState state, int attempts, string? reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A wrong key was shown from {Address}")]
    public static partial void WrongKey(this ILogger logger, System.Net.IPAddress? address);

    [LoggerMessage(Level = LogLevel.Error, Message = "Housekeeping failed; it is tried again")]
    public static partial void HousekeepingFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Schedule {Name} has {Item} made: job {Job}")]
    public static partial void ScheduleRan(this ILogger logger, string name, string item, string job);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Schedule {Name} made nothing, its run is {State}: {Reason}")]
    public static partial void ScheduleMadeNothing(this ILogger logger, string name, RunState state, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The runs of schedule {Id} could not be started; it is tried again in a minute")]
    public static partial void ScheduleFailed(this ILogger logger, string id, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Took {Path}: job {Job}")]
    public static partial void ScriptTaken(this ILogger logger, string path, string job);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Path} is done; it lies with its video as {Name} in 'done'")]
    public static partial void ScriptDone(this ILogger logger, string path, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} could not be made, and lies in 'failed': {Reason}")]
    public static partial void ScriptFailed(this ILogger logger, string path, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Watching {Place} fails; it is tried again")]
    public static partial void WatchFailed(this ILogger logger, string place, Exception exception);
}
