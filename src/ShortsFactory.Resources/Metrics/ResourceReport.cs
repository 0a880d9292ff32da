namespace ShortsFactory.Resources;

/// <summary>What a run did with its resources, from its beginning to the moment of the report.</summary>
public sealed record ResourceReport
{
    /// <summary>Resources that scopes took ownership of.</summary>
    public required long Opened { get; init; }

    /// <summary>Resources that were given back.</summary>
    public required long Released { get; init; }

    /// <summary>Resources that are still open.</summary>
    public required long Leaked { get; init; }

    /// <summary>Release steps that threw.</summary>
    public required long CleanupFailures { get; init; }

    /// <summary>The same by kind.</summary>
    public required IReadOnlyList<KindUsage> Kinds { get; init; }

    /// <summary>The process when the run began.</summary>
    public required ProcessFootprint Before { get; init; }

    /// <summary>The process at the moment of the report.</summary>
    public required ProcessFootprint After { get; init; }
}
