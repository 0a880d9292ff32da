namespace ShortsFactory.Batches;

/// <summary>A batch at a moment: every short, and how far the whole is.</summary>
public sealed record BatchStatus
{
    /// <summary>How it ended, or that it is at work.</summary>
    public required BatchOutcome Outcome { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The moment.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The shorts in order.</summary>
    public required IReadOnlyList<BatchShort> Shorts { get; init; }

    /// <summary>How much of the work is done, 0 to 1, by the expected lengths of the shorts.</summary>
    public required double Fraction { get; init; }

    /// <summary>How long the rest will take, about; <see langword="null"/> while that cannot be told.</summary>
    public TimeSpan? Left { get; init; }

    /// <summary>How long it has been at work.</summary>
    public TimeSpan Elapsed => Now - Started;

    /// <summary>How many shorts have come to <paramref name="state"/>.</summary>
    public int Count(BatchShortState state) => Shorts.Count(made => made.State == state);
}
