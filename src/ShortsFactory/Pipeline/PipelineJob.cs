using ShortsFactory.Caching;
using ShortsFactory.Resources;

namespace ShortsFactory.Pipeline;

/// <summary>What the steps of one run share: the scope around theirs, the cache, the versions of the tools, and where to report to.</summary>
internal sealed class PipelineJob : IAsyncDisposable
{
    private readonly ResourceScope _scope;
    private readonly RunCache? _cache;
    private readonly Warnings _warnings;
    private readonly PublicProgress _progress;

    public PipelineJob(
        ResourceScopes scopes,
        string name,
        ShortRequest request,
        ResultCache cache,
        ToolVersions toolVersions,
        IProgress<StageProgress> progress,
        Warnings warnings,
        CancellationToken cancellationToken)
    {
        _scope = scopes.Open(name);
        _cache = cache.OpenForRun(warnings.Add);
        _warnings = warnings;
        _progress = new PublicProgress(scopes, request, progress);
        Tools = toolVersions.StartReading(_scope, cancellationToken);
    }

    /// <summary>The versions of the programs, which are being asked for.</summary>
    public IReadOnlyDictionary<string, Task<string>> Tools { get; }

    /// <summary>The context of a step, with a scope of its own.</summary>
    public StageContext ContextFor(string step) => new()
    {
        Scope = _scope.Open(step),
        Progress = _progress,
        Warn = _warnings.Add,
        Cache = new StageCache(_cache),
        Tools = Tools,
    };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _cache?.Dispose();
        await _scope.DisposeAsync().ConfigureAwait(false);
    }
}
