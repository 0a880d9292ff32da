namespace ShortsFactory.Resources;

/// <summary>Counts ownership over a whole run, or over one of its outermost scopes, whose counts are the run's as well; thread-safe.</summary>
/// <param name="whole">The run's counters; <see langword="null"/> for these, which pass everything on to the meter.</param>
internal sealed class ResourceCounters(ResourceCounters? whole = null)
{
    private readonly ResourceLevels _levels = new();
    private readonly ProcessFootprint _before = ProcessFootprint.Now();
    private long _cleanupFailures;

    public void CountOpened(ResourceKind kind)
    {
        _levels.CountOpened(kind);
        if (whole is null)
        {
            ResourceMeter.CountOpened(kind);
        }
        else
        {
            whole.CountOpened(kind);
        }
    }

    public void CountReleased(ResourceKind kind)
    {
        _levels.CountReleased(kind);
        if (whole is null)
        {
            ResourceMeter.CountReleased(kind);
        }
        else
        {
            whole.CountReleased(kind);
        }
    }

    public void CountCleanupFailure(ResourceKind kind)
    {
        Interlocked.Increment(ref _cleanupFailures);
        if (whole is null)
        {
            ResourceMeter.CountCleanupFailure(kind);
        }
        else
        {
            whole.CountCleanupFailure(kind);
        }
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
