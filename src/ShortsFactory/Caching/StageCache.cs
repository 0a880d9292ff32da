using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ShortsFactory.Caching;

/// <summary>A stage's way to the cache; it counts what the stage asked for and what was there. Thread-safe.</summary>
internal sealed class StageCache(RunCache? run)
{
    private int _parts;
    private int _cachedParts;

    /// <summary>Keeps nothing and finds nothing.</summary>
    public static StageCache None { get; } = new(run: null);

    /// <summary>How many results the stage asked for.</summary>
    public int Parts => _parts;

    /// <summary>How many of them were there.</summary>
    public int CachedParts => _cachedParts;

    /// <summary>
    /// Cancelled as soon as the run has to make something, be it another stage's: a stage that needs time to get ready
    /// for work begins then.
    /// </summary>
    public CancellationToken FirstMiss => run?.FirstMiss ?? new CancellationToken(canceled: true);

    /// <summary>The files that <paramref name="key"/> names: copied to <paramref name="paths"/> if an earlier run has kept them, else made there and kept.</summary>
    public Task GetOrMakeAsync(CacheKey key, IReadOnlyList<string> paths, Func<Task> make, CancellationToken cancellationToken) =>
        GetOrMakeAsync(
            key,
            paths,
            async () =>
            {
                await make().ConfigureAwait(false);
                return [];
            },
            cancellationToken);

    /// <summary>The same for a result that is a value too; it comes back as its JSON says, whether found or made.</summary>
    public async Task<T> GetOrMakeAsync<T>(
        CacheKey key, IReadOnlyList<string> paths, JsonTypeInfo<T> type, Func<Task<T>> make, CancellationToken cancellationToken)
    {
        var value = await GetOrMakeAsync(
            key,
            paths,
            async () => JsonSerializer.SerializeToUtf8Bytes(await make().ConfigureAwait(false), type),
            cancellationToken).ConfigureAwait(false);
        return JsonSerializer.Deserialize(value, type)!;
    }

    /// <summary>Whether an earlier run has kept what <paramref name="key"/> names; then it is at <paramref name="paths"/>. What is not is to be made, and kept by <see cref="KeepAsync"/>.</summary>
    public async Task<bool> TakeAsync(CacheKey key, IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
        await FindAsync(key, paths, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Keeps what has been made because <see cref="TakeAsync"/> did not find it.</summary>
    public Task KeepAsync(CacheKey key, IReadOnlyList<string> paths, CancellationToken cancellationToken) => AddAsync(key, [], paths, cancellationToken);

    private async Task<byte[]> GetOrMakeAsync(CacheKey key, IReadOnlyList<string> paths, Func<Task<byte[]>> make, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, paths, cancellationToken).ConfigureAwait(false) is { } kept)
        {
            return kept;
        }

        var made = await make().ConfigureAwait(false);
        await AddAsync(key, made, paths, cancellationToken).ConfigureAwait(false);
        return made;
    }

    private async Task<byte[]?> FindAsync(CacheKey key, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (run is null)
        {
            return null;
        }

        Interlocked.Increment(ref _parts);
        var kept = await Task.Run(() => run.Find(key, paths), cancellationToken).ConfigureAwait(false);
        if (kept is not null)
        {
            Interlocked.Increment(ref _cachedParts);
        }

        return kept;
    }

    private Task AddAsync(CacheKey key, byte[] value, IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
        run is null ? Task.CompletedTask : Task.Run(() => run.Add(key, value, paths), cancellationToken);
}
