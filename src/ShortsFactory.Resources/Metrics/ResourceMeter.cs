using System.Diagnostics.Metrics;

namespace ShortsFactory.Resources;

/// <summary>The meter <c>ShortsFactory.Resources</c>, over all runs of this process; each measurement says its <c>kind</c>. Thread-safe.</summary>
internal static class ResourceMeter
{
    public const string Name = "ShortsFactory.Resources";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Opened = Meter.CreateCounter<long>("resources.opened", description: "Taken into ownership");
    private static readonly Counter<long> Released = Meter.CreateCounter<long>("resources.released", description: "Given back");
    private static readonly Counter<long> Leaked = Meter.CreateCounter<long>("resources.leaked", description: "Forgotten by their owners");
    private static readonly Counter<long> CleanupFailures = Meter.CreateCounter<long>("resources.cleanup_failures", description: "Releases that threw");

    private static readonly Lock Gate = new();
    private static readonly Dictionary<ResourceKind, (long Live, long HighWater)> Levels = Enum.GetValues<ResourceKind>().ToDictionary(kind => kind, _ => (0L, 0L));

    static ResourceMeter()
    {
        Meter.CreateObservableGauge("resources.live", () => Measure(level => level.Live), description: "Owned now");
        Meter.CreateObservableGauge("resources.high_water", () => Measure(level => level.HighWater), description: "Most that were owned at once");
    }

    public static void CountOpened(ResourceKind kind)
    {
        Opened.Add(1, Tag(kind));
        lock (Gate)
        {
            var (live, highWater) = Levels[kind];
            Levels[kind] = (live + 1, Math.Max(highWater, live + 1));
        }
    }

    public static void CountReleased(ResourceKind kind)
    {
        Released.Add(1, Tag(kind));
        lock (Gate)
        {
            Levels[kind] = Levels[kind] with { Live = Levels[kind].Live - 1 };
        }
    }

    public static void CountLeaked(ResourceKind kind) => Leaked.Add(1, Tag(kind));

    public static void CountCleanupFailure(ResourceKind kind) => CleanupFailures.Add(1, Tag(kind));

    private static Measurement<long>[] Measure(Func<(long Live, long HighWater), long> value)
    {
        lock (Gate)
        {
            return [.. Levels.Select(pair => new Measurement<long>(value(pair.Value), Tag(pair.Key)))];
        }
    }

    private static KeyValuePair<string, object?> Tag(ResourceKind kind) => new("kind", kind.ToString().ToLowerInvariant());
}
