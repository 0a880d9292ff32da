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
        SharedRun? shared,
        CancellationToken cancellationToken)
    {
        _scope = scopes.Open(name);
        _cache = cache.OpenForRun(warnings.Add, trims: shared is null);
        _warnings = warnings;
        _progress = new PublicProgress(shared?.Describe ?? scopes.Describe, request, progress);
        Tools = shared?.Tools ?? toolVersions.StartReading(_scope, cancellationToken);
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

    /// <summary>What the job has opened and given back so far; complete after its disposal.</summary>
    public ResourceReport Report() => _scope.Report();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _cache?.Dispose();
        await _scope.DisposeAsync().ConfigureAwait(false);
    }
}
