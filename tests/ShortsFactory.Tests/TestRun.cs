using Microsoft.Extensions.Logging.Abstractions;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests;

/// <summary>A run for one test: real scopes in a directory of its own, and what stages reported.</summary>
internal sealed class TestRun : IAsyncDisposable
{
    private readonly ResourceScopes _scopes = new(new ResourceOptions(), TimeProvider.System, NullLogger<ResourceScopes>.Instance);
    private readonly List<IDisposable> _owned = [];

    public TestRun()
    {
        Scope = _scopes.Open("test");
        Context = new StageContext
        {
            Scope = Scope.Open("stage"),
            Progress = new Progress<StageProgress>(),
            Warn = Warnings.Add,
        };
    }

    public ResourceScopes Scopes => _scopes;

    public ResourceScope Scope { get; }

    public StageContext Context { get; }

    public List<string> Warnings { get; } = [];

    public ResourceUsage Usage => _scopes.Usage;

    /// <summary>Disposes of an object at the test's end.</summary>
    public T Own<T>(T resource)
        where T : IDisposable
    {
        _owned.Add(resource);
        return resource;
    }

    public async ValueTask DisposeAsync()
    {
        await _scopes.DisposeAsync();
        _owned.ForEach(resource => resource.Dispose());
    }
}
