using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Caching;

/// <summary>The results that runs have kept, for the runs after them. Thread-safe, and safe between processes.</summary>
public sealed class ResultCache(IOptions<CacheOptions> options, TimeProvider timeProvider, ILogger<ResultCache> logger)
{
    private readonly CacheOptions _options = options.Value;

    /// <summary>What is kept now.</summary>
    /// <exception cref="InvalidInputException">The directory cannot be used.</exception>
    public CacheSummary Describe()
    {
        var entries = OpenOrRefuse().Entries();
        return new CacheSummary
        {
            Directory = _options.ResolveDirectory(),
            Entries = entries.Count,
            Size = entries.Sum(entry => entry.Size),
            SizeLimit = _options.SizeLimit,
        };
    }

    /// <summary>Deletes all entries that nobody is using, and nothing else; returns their count.</summary>
    /// <exception cref="InvalidInputException">The directory cannot be used, or is not a cache.</exception>
    public int Clear() => OpenOrRefuse().Trim(sizeLimit: -1, timeProvider.GetUtcNow());

    /// <summary>The cache for one run; <see langword="null"/> if there is none, of which the user is warned unless it is meant so.</summary>
    /// <param name="warn">Takes the warning.</param>
    /// <param name="trims">Whether its end makes room; not where others are at work beside it, after which <see cref="Trim"/> does so for all.</param>
    internal RunCache? OpenForRun(Action<string> warn, bool trims = true)
    {
        if (!_options.Enabled)
        {
            return null;
        }

        try
        {
            return new RunCache(Open(), trims ? _options.SizeLimit : null, warn, timeProvider, logger);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            warn($"The cache '{_options.ResolveDirectory()}' cannot be used, so nothing is kept for later runs: {exception.Message}");
            return null;
        }
    }

    /// <summary>Makes room: the least recently used results go, until the others fit.</summary>
    internal void Trim()
    {
        using var cache = OpenForRun(_ => { });
    }

    private CacheDirectory OpenOrRefuse()
    {
        try
        {
            return Open();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"the cache cannot be used: {exception.Message}", _options.ResolveDirectory(), innerException: exception)
            {
                Advice = "Set Cache:Directory to a folder that is empty and can be written to, or that is a cache already.",
            };
        }
    }

    private CacheDirectory Open() => CacheDirectory.Open(_options.ResolveDirectory());
}
