namespace ShortsFactory.Resources;

/// <summary>Counts ownership over a whole run, and passes it on to the meter; thread-safe.</summary>
internal sealed class ResourceCounters
{
    private long _opened;
    private long _released;
    private long _cleanupFailures;

    public void CountOpened(ResourceKind kind)
    {
        Interlocked.Increment(ref _opened);
        ResourceMeter.CountOpened(kind);
    }

    public void CountReleased(ResourceKind kind)
    {
        Interlocked.Increment(ref _released);
        ResourceMeter.CountReleased(kind);
    }

    public void CountCleanupFailure(ResourceKind kind)
    {
        Interlocked.Increment(ref _cleanupFailures);
        ResourceMeter.CountCleanupFailure(kind);
    }

    public ResourceUsage Read()
    {
        var released = Interlocked.Read(ref _released);
        var opened = Interlocked.Read(ref _opened);
        return new ResourceUsage(opened, released, opened - released, Interlocked.Read(ref _cleanupFailures));
    }
}
