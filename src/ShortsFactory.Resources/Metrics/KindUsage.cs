namespace ShortsFactory.Resources;

/// <summary>How many resources of one kind were owned.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Opened">All that were taken into ownership.</param>
/// <param name="Live">Those that are owned now.</param>
/// <param name="HighWater">The most that were owned at once.</param>
public readonly record struct KindUsage(ResourceKind Kind, long Opened, long Live, long HighWater);
