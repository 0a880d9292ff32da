using System.Globalization;

namespace ShortsFactory.Batches;

/// <summary>How a batch is worked off.</summary>
public sealed record BatchSettings
{
    /// <summary>What one short needs of the memory while it is encoded, in bytes.</summary>
    private const long MemoryOfShort = 1L << 30;

    /// <summary>How many shorts are at work at once, 1 to 64.</summary>
    public int Jobs { get; init; } = DefaultJobs;

    /// <summary>Whether the first failure stops the batch; off by default.</summary>
    public bool FailFast { get; init; }

    /// <summary>Whether shorts that lie whole in the output folder, made from the same inputs, are left as they are; off by default.</summary>
    public bool Resume { get; init; }

    /// <summary>Absolute path of the report as a page; its data are put beside it as <c>.json</c>.</summary>
    public required string ReportPath { get; init; }

    /// <summary>What to type to go on after an interruption; stands in the report.</summary>
    public string? ResumeCommand { get; init; }

    /// <summary>
    /// One more than there are processors, so that while shorts are encoded the next one is spoken and recognised; fewer where the
    /// memory is too small for that many encodes.
    /// </summary>
    public static int DefaultJobs =>
        (int)Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / MemoryOfShort, 1, Math.Min(Environment.ProcessorCount + 1, 64));

    /// <summary>The default, as the help shows it.</summary>
    public static string DescribeDefaultJobs() => DefaultJobs.ToString(CultureInfo.InvariantCulture);
}
