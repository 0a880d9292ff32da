using Microsoft.Extensions.Logging.Abstractions;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests;

/// <summary>A run for one test: real scopes in a directory of its own, and what stages reported.</summary>
internal sealed class TestRun : IAsyncDisposable
{
    private readonly ResourceScopes _scopes = new(new ResourceOptions(), TimeProvider.System, NullLogger<ResourceScopes>.Instance);

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

    public ValueTask DisposeAsync() => _scopes.DisposeAsync();
}
