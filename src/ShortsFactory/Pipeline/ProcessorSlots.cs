namespace ShortsFactory.Pipeline;

/// <summary>
/// Lets as many heavy children work at once as there are processors, over all shorts that a process makes; whoever comes
/// first is served first. Thread-safe.
/// </summary>
public sealed class ProcessorSlots : IDisposable
{
    private readonly SemaphoreSlim _free = new(Environment.ProcessorCount);

    /// <summary>Waits for a free processor; disposing the result gives it back.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Slot(_free);
    }

    /// <inheritdoc />
    public void Dispose() => _free.Dispose();

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
