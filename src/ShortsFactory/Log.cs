using Microsoft.Extensions.Logging;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Pipeline;

namespace ShortsFactory;

/// <summary>Every message that this project logs.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Id}: making {OutputPath} from {ScriptPath}")]
    public static partial void RunStarted(this ILogger logger, string id, string scriptPath, string outputPath);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Stage} took {Seconds:0.000} s")]
    public static partial void StageFinished(this ILogger logger, StageName stage, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The cache's entry {Entry} is thrown away and made anew: {Reason}")]
    public static partial void CacheEntryDamaged(this ILogger logger, string entry, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The cache's entry {Entry} cannot be read: {Reason}")]
    public static partial void CacheEntryUnreadable(this ILogger logger, string entry, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} entries of the cache made room for others")]
    public static partial void CacheTrimmed(this ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The cache {Directory} cannot be brought down to its size: {Reason}")]
    public static partial void CacheNotTrimmed(this ILogger logger, string directory, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Id}: finished after {Seconds:0.000} s in stages")]
    public static partial void RunFinished(this ILogger logger, string id, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Fetched {Address}: {Length} bytes, SHA-256 {Sha256}")]
    public static partial void Fetched(this ILogger logger, string address, long length, string sha256);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is fetched is not kept, for the cache {Directory} cannot be used: {Reason}")]
    public static partial void DownloadsNotKept(this ILogger logger, string directory, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Kind} {Name} ended: {State} {Failure}")]
    public static partial void MediaTaskEnded(this ILogger logger, MediaTaskKind kind, string name, MediaTaskState state, string? failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The short {Name} of the batch failed")]
    public static partial void ShortFailed(this ILogger logger, string name, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The report {Path} cannot be written: {Reason}")]
    public static partial void ReportNotWritten(this ILogger logger, string path, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "No thumbnail of {Path}: {Reason}")]
    public static partial void NoThumbnail(this ILogger logger, string path, string reason);
}
