using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShortsFactory.Caching;
using ShortsFactory.Downloads.Files;
using ShortsFactory.Downloads.Store;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Downloads;

/// <summary>
/// Footage from the net. An address is fetched once: what it had is kept in the cache and is used from then on, without a question to the
/// server, so that a short comes out the same, and offline too. Thread-safe, and safe between processes.
/// </summary>
public sealed class MediaDownloads
{
    private readonly MediaTasks _tasks;
    private readonly MediaFetch _fetch;
    private readonly ResourceScopes _scopes;
    private readonly DownloadOptions _options;
    private readonly MediaTaskOptions _taskOptions;
    private readonly CacheOptions _cache;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<MediaDownloads> _logger;

    internal MediaDownloads(
        MediaTasks tasks,
        MediaFetch fetch,
        ResourceScopes scopes,
        IOptions<DownloadOptions> options,
        IOptions<MediaTaskOptions> taskOptions,
        IOptions<CacheOptions> cache,
        TimeProvider timeProvider,
        ILogger<MediaDownloads> logger)
    {
        _tasks = tasks;
        _fetch = fetch;
        _scopes = scopes;
        _options = options.Value;
        _taskOptions = taskOptions.Value;
        _cache = cache.Value;
        _timeProvider = timeProvider;
        _logger = logger;
    }

    /// <summary>How many files are kept, and their size in bytes.</summary>
    public (int Count, long Size) MeasureKept() => Open() is { } store ? store.Measure() : default;

    /// <summary>Fetches what an address has, or takes what is kept of it.</summary>
    /// <param name="address">The address of a file or a page.</param>
    /// <param name="scope">Holds the file: it is there until the scope is released.</param>
    /// <param name="progress">Takes progress reports, while something is fetched.</param>
    /// <param name="again">Whether it is fetched although something is kept, which is then replaced.</param>
    /// <param name="cancellationToken">Stops it; what has come of a file is gone on with next time.</param>
    /// <exception cref="InvalidInputException">The address is refused, or what it has cannot be used.</exception>
    /// <exception cref="DownloadException">The network, the server or yt-dlp failed.</exception>
    /// <exception cref="MediaTaskTimedOutException">It took too long.</exception>
    /// <exception cref="ToolMissingException">It is a page, and there is no yt-dlp.</exception>
    /// <exception cref="DiskFullException">There is no room for it.</exception>
    public async Task<FetchedMedia> FetchAsync(
        WebAddress address, ResourceScope scope, IProgress<MediaProgress> progress, bool again, CancellationToken cancellationToken)
    {
        if (Open() is not { } store)
        {
            return await FetchAsync(address, scope, scope.PathOf($"{address.Key}.part"), store: null, progress, cancellationToken).ConfigureAwait(false);
        }

        if (!again && FindKept(store, address, scope) is { } kept)
        {
            return kept;
        }

        var path = store.PartialPath(address.Key);
        var turn = await _scopes.LockAsync(
            path, _taskOptions.DownloadTimeLimit, holder => progress.Report(new MediaProgress(0, Step: $"waiting: {holder} fetches it")), cancellationToken).ConfigureAwait(false);
        await using (turn.ConfigureAwait(false))
        {
            return (again ? null : FindKept(store, address, scope))
                ?? await FetchAsync(address, scope, path, store, progress, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Deletes what is kept and what has come of files that are not whole, except for what is in use; returns the count of files.</summary>
    public int Clear() => Open()?.Trim(sizeLimit: -1, _timeProvider.GetUtcNow() + DownloadStore.PartialAge) ?? 0;

    private static FetchedMedia Describe(StoredDownload stored, ResourceScope scope, bool wasKept)
    {
        scope.Own(stored.Hold, stored.Path, ResourceKind.File);
        return new FetchedMedia { Path = stored.Path, Name = stored.Entry.Name, Sha256 = stored.Entry.Sha256, Length = stored.Entry.Length, WasKept = wasKept };
    }

    private FetchedMedia? FindKept(DownloadStore store, WebAddress address, ResourceScope scope) =>
        store.Find(address.Key, _timeProvider.GetUtcNow()) is { } stored ? Describe(stored, scope, wasKept: true) : null;

    private async Task<FetchedMedia> FetchAsync(
        WebAddress address, ResourceScope scope, string path, DownloadStore? store, IProgress<MediaProgress> progress, CancellationToken cancellationToken)
    {
        FetchedMedia? fetched = null;
        var task = _tasks.Submit(
            MediaTaskKind.Download,
            address.ToString(),
            async context =>
            {
                var (source, entry) = await _fetch.RunAsync(address, path, context, new Relay(context.Progress, progress)).ConfigureAwait(false);
                fetched = store is null ? Hand(source, entry, scope) : await KeepAsync(address, source, entry, store, scope).ConfigureAwait(false);
            },
            cancellationToken,
            scope);
        await task.Completion.ConfigureAwait(false);
        _logger.Fetched(address.ToString(), fetched!.Length, fetched.Sha256);
        return fetched;
    }

    private async Task<FetchedMedia> KeepAsync(WebAddress address, string source, DownloadEntry entry, DownloadStore store, ResourceScope scope)
    {
        // It is all there: a cancel that comes now does not take it away again.
        var stored = await store.AddAsync(address.Key, source, entry, CancellationToken.None).ConfigureAwait(false);
        new PartialFile(store.PartialPath(address.Key)).Delete();
        store.Trim(_options.KeepLimit, _timeProvider.GetUtcNow());
        return Describe(stored, scope, wasKept: false);
    }

    private static FetchedMedia Hand(string source, DownloadEntry entry, ResourceScope scope)
    {
        var path = scope.PathOf($"{entry.Sha256}{Path.GetExtension(entry.Name)}");
        File.Move(source, path, overwrite: true);
        return new FetchedMedia { Path = path, Name = entry.Name, Sha256 = entry.Sha256, Length = entry.Length, WasKept = false };
    }

    /// <summary>The store; <see langword="null"/> if nothing is to be kept, or nothing can be: then the file is fetched for this run alone.</summary>
    private DownloadStore? Open()
    {
        if (!_cache.Enabled)
        {
            return null;
        }

        try
        {
            return DownloadStore.Open(_cache.ResolveDirectory());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _logger.DownloadsNotKept(_cache.ResolveDirectory(), exception.Message);
            return null;
        }
    }

    private sealed class Relay(IProgress<MediaProgress> task, IProgress<MediaProgress> caller) : IProgress<MediaProgress>
    {
        public void Report(MediaProgress value)
        {
            task.Report(value);
            caller.Report(value);
        }
    }
}
