namespace ShortsFactory.Resources;

/// <summary>Counts ownership over a whole run, and passes it on to the meter; thread-safe.</summary>
internal sealed class ResourceCounters
{
    private readonly ResourceLevels _levels = new();
    private readonly ProcessFootprint _before = ProcessFootprint.Now();
    private long _cleanupFailures;

    public void CountOpened(ResourceKind kind)
    {
        _levels.CountOpened(kind);
        ResourceMeter.CountOpened(kind);
    }

    public void CountReleased(ResourceKind kind)
    {
        _levels.CountReleased(kind);
        ResourceMeter.CountReleased(kind);
    }

    public void CountCleanupFailure(ResourceKind kind)
    {
        Interlocked.Increment(ref _cleanupFailures);
        ResourceMeter.CountCleanupFailure(kind);
    }

    public ResourceUsage Read()
    {
        var kinds = _levels.Read();
        var (opened, live) = (kinds.Sum(kind => kind.Opened), kinds.Sum(kind => kind.Live));
        return new ResourceUsage(opened, opened - live, live, Interlocked.Read(ref _cleanupFailures));
    }

    public ResourceReport Report()
    {
        var usage = Read();
        return new ResourceReport
        {
            Opened = usage.Opened,
            Released = usage.Released,
            Leaked = usage.Leaked,
            CleanupFailures = usage.CleanupFailures,
            Kinds = _levels.Read(),
            Before = _before,
            After = ProcessFootprint.Now(),
        };
    }
}
