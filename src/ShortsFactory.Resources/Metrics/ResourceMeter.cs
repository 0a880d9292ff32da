using System.Diagnostics.Metrics;

namespace ShortsFactory.Resources;

/// <summary>The meter <c>ShortsFactory.Resources</c>, over all runs of this process; each measurement of resources says its <c>kind</c>. Thread-safe.</summary>
internal static class ResourceMeter
{
    public const string Name = "ShortsFactory.Resources";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Opened = Meter.CreateCounter<long>("resources.opened", description: "Taken into ownership");
    private static readonly Counter<long> Released = Meter.CreateCounter<long>("resources.released", description: "Given back");
    private static readonly Counter<long> Leaked = Meter.CreateCounter<long>("resources.leaked", description: "Forgotten by their owners");
    private static readonly Counter<long> CleanupFailures = Meter.CreateCounter<long>("resources.cleanup_failures", description: "Releases that threw");

    private static readonly ResourceLevels Levels = new();

    static ResourceMeter()
    {
        Meter.CreateObservableGauge("resources.live", () => Measure(usage => usage.Live), description: "Owned now");
        Meter.CreateObservableGauge("resources.high_water", () => Measure(usage => usage.HighWater), description: "Most that were owned at once");
        Meter.CreateObservableGauge("process.managed_memory", () => ProcessFootprint.Now().ManagedBytes, "By", "Managed heap, garbage included");
        Meter.CreateObservableGauge("process.handles", () => (long)ProcessFootprint.Now().Handles, description: "Open files, pipes and sockets");
    }

    public static void CountOpened(ResourceKind kind)
    {
        Opened.Add(1, Tag(kind));
        Levels.CountOpened(kind);
    }

    public static void CountReleased(ResourceKind kind)
    {
        Released.Add(1, Tag(kind));
        Levels.CountReleased(kind);
    }

    public static void CountLeaked(ResourceKind kind) => Leaked.Add(1, Tag(kind));

    public static void CountCleanupFailure(ResourceKind kind) => CleanupFailures.Add(1, Tag(kind));

    private static Measurement<long>[] Measure(Func<KindUsage, long> value) =>
        [.. Levels.Read().Select(usage => new Measurement<long>(value(usage), Tag(usage.Kind)))];

    private static KeyValuePair<string, object?> Tag(ResourceKind kind) => new("kind", kind.ToString().ToLowerInvariant());
}
