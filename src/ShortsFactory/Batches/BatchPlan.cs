namespace ShortsFactory.Batches;

/// <summary>The shorts of a batch, in the order in which they are begun; no two of them write the same file.</summary>
public sealed record BatchPlan
{
    /// <summary>Absolute path of the folder for the videos.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>The shorts, at least one.</summary>
    public required IReadOnlyList<BatchItem> Items { get; init; }
}
