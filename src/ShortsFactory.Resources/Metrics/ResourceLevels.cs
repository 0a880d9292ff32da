namespace ShortsFactory.Resources;

/// <summary>How many resources of each kind are owned now, and were at most. Thread-safe.</summary>
internal sealed class ResourceLevels
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<ResourceKind, KindUsage> _kinds = new(Enum.GetValues<ResourceKind>().ToDictionary(kind => kind, kind => new KindUsage(kind, 0, 0, 0)));

    public IReadOnlyList<KindUsage> Read()
    {
        lock (_lock)
        {
            return [.. _kinds.Values];
        }
    }

    public void CountOpened(ResourceKind kind)
    {
        lock (_lock)
        {
            var usage = _kinds[kind];
            _kinds[kind] = usage with { Opened = usage.Opened + 1, Live = usage.Live + 1, HighWater = Math.Max(usage.HighWater, usage.Live + 1) };
        }
    }

    public void CountReleased(ResourceKind kind)
    {
        lock (_lock)
        {
            _kinds[kind] = _kinds[kind] with { Live = _kinds[kind].Live - 1 };
        }
    }
}
