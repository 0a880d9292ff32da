namespace ShortsFactory.Resources.Tests;

/// <summary>A resource that records its release.</summary>
internal sealed class Probe(Action onDisposed) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        onDisposed();
        return ValueTask.CompletedTask;
    }
}
