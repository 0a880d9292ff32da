namespace ShortsFactory.Resources;

/// <summary>A run whose process is alive, seen from outside.</summary>
public sealed record LiveRun
{
    /// <summary>The run's id.</summary>
    public required string Id { get; init; }

    /// <summary>The process that holds the run.</summary>
    public required int ProcessId { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>What it is doing; <see langword="null"/> while it has not said.</summary>
    public RunStatus? Status { get; init; }

    /// <summary>The processes that work for it, whoever their parents are.</summary>
    public required IReadOnlyList<RunProcess> Children { get; init; }

    /// <summary>The run's directory.</summary>
    internal string Directory { get; init; } = "";
}
