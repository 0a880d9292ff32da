namespace ShortsFactory.Pipeline;

/// <summary>How much a step writes, about.</summary>
/// <param name="Temporary">Bytes in the work directory.</param>
/// <param name="Delivered">Bytes in the output folder.</param>
public readonly record struct DiskNeed(long Temporary, long Delivered)
{
    /// <summary>The need of a stream.</summary>
    internal static long Of(TimeSpan duration, double bytesPerSecond) => (long)(duration.TotalSeconds * bytesPerSecond);
}
