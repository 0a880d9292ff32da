using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging.Abstractions;
using ShortsFactory.Caching;

namespace ShortsFactory.Tests.Caching;

/// <summary>A cache in a directory of its own, as runs would use it one after the other.</summary>
internal sealed class CacheBench : IAsyncDisposable
{
    public TestRun Run { get; } = new();

    public string Root => Run.Scope.PathOf("cache");

    public int Made { get; private set; }

    public RunCache Open(long sizeLimit = long.MaxValue) =>
        new(CacheDirectory.Open(Root), sizeLimit, Run.Warnings.Add, TimeProvider.System, NullLogger.Instance);

    public static CacheKey Key(string text) => CacheKey.For("test", 1).With("text", text);

    /// <summary>A run of its own asks for a text in a file and a text as a value, both of which say <paramref name="text"/>.</summary>
    public async Task<string> AskAsync(string text, Func<Task>? meanwhile = null)
    {
        using var run = Open();
        return await AskAsync(new StageCache(run), text, meanwhile);
    }

    public async Task<string> AskAsync(StageCache cache, string text, Func<Task>? meanwhile = null)
    {
        var path = Run.Scope.PathOf($"{Guid.NewGuid():N}.txt");
        var value = await cache.GetOrMakeAsync(Key(text), [path], (JsonTypeInfo<string>)Options.GetTypeInfo(typeof(string)), MakeAsync, TestContext.Current.CancellationToken);
        return $"{value} {await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)}";

        async Task<string> MakeAsync()
        {
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            Made++;
            await File.WriteAllTextAsync(path, text);
            return text;
        }
    }

    public string[] Entries() => [.. Directory.EnumerateFiles(Root, "*.tar").Order(StringComparer.Ordinal)];

    public ValueTask DisposeAsync() => Run.DisposeAsync();

    private static System.Text.Json.JsonSerializerOptions Options { get; } = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
}
