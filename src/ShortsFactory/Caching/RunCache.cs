using Microsoft.Extensions.Logging;

namespace ShortsFactory.Caching;

/// <summary>A run's view of the cache: whatever is wrong with it, the run goes on without. Thread-safe.</summary>
internal sealed class RunCache(CacheDirectory directory, long? sizeLimit, Action<string> warn, TimeProvider timeProvider, ILogger logger) : IDisposable
{
    private readonly CancellationTokenSource _firstMiss = new();
    private volatile bool _keeps = true;

    /// <summary>Cancelled as soon as the run has to make something.</summary>
    public CancellationToken FirstMiss => _firstMiss.Token;

    /// <summary>Puts a result's files at <paramref name="paths"/> and returns its value; <see langword="null"/> if it must be made.</summary>
    public byte[]? Find(CacheKey key, IReadOnlyList<string> paths)
    {
        try
        {
            using var entry = directory.Find(key, timeProvider.GetUtcNow());
            if (entry is not null)
            {
                return EntryFile.Read(entry, key, paths);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or System.Text.Json.JsonException or EndOfStreamException)
        {
            logger.CacheEntryDamaged(key.Name, exception.Message);
            Remove(key);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.CacheEntryUnreadable(key.Name, exception.Message);
        }

        foreach (var path in paths)
        {
            File.Delete(path);
        }

        _firstMiss.Cancel();
        return null;
    }

    /// <summary>Keeps a result for later runs.</summary>
    public void Add(CacheKey key, byte[] value, IReadOnlyList<string> paths)
    {
        if (!_keeps)
        {
            return;
        }

        try
        {
            directory.Add(key, entry => EntryFile.Write(entry, key, value, paths));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _keeps = false;
            warn($"The cache '{directory.Path}' cannot be written to, so this run's results are not kept: {exception.Message}");
        }
    }

    /// <summary>Makes room, for the run is over, unless there is no limit to keep to.</summary>
    public void Dispose()
    {
        _firstMiss.Dispose();
        try
        {
            if (sizeLimit is { } limit && directory.Trim(limit, timeProvider.GetUtcNow()) is > 0 and var count)
            {
                logger.CacheTrimmed(count);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next run will try again.
            logger.CacheNotTrimmed(directory.Path, exception.Message);
        }
    }

    private void Remove(CacheKey key)
    {
        try
        {
            directory.Remove(key);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It will be replaced, or found damaged once more.
        }
    }
}
