using Microsoft.Extensions.Logging;

namespace ShortsFactory.Resources;

/// <summary>Every message that this project logs.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Tool} started, process {ProcessId}: {Arguments}")]
    public static partial void ProcessStarted(this ILogger logger, string tool, int processId, string arguments);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Tool}, process {ProcessId}, ended with exit code {ExitCode} after {Seconds:0.000} s")]
    public static partial void ProcessEnded(this ILogger logger, string tool, int processId, int exitCode, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopping {Tool}: {Reason}")]
    public static partial void ProcessStopping(this ILogger logger, string tool, StopReason reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Process {ProcessId} outlived its parent and was killed")]
    public static partial void OrphanKilled(this ILogger logger, int processId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Releasing {Kind} {Label} failed")]
    public static partial void CleanupFailed(this ILogger logger, ResourceKind kind, string label, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Signal} received: stopping")]
    public static partial void Interrupted(this ILogger logger, string signal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No reaper: {Reason} After a kill, temporary files stay until the next run")]
    public static partial void ReaperMissing(this ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Removed what a dead run had left in {Directory}")]
    public static partial void DeadRunRemoved(this ILogger logger, string directory);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Directory} was left alone: {Reason}")]
    public static partial void DeadRunLeft(this ILogger logger, string directory, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The scope {Scope}, opened at {OpenedAt}, was never released; it still owns: {Owned}")]
    public static partial void ScopeLeaked(this ILogger logger, string scope, string openedAt, string owned);
}
