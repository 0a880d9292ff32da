namespace ShortsFactory.Benchmarks.Captions;

/// <summary>One display word, measured.</summary>
internal sealed record WordMeasure
{
    public required string Voice { get; init; }

    public required string Sentence { get; init; }

    public required string Word { get; init; }

    /// <summary>The product's start minus the synthesiser's; <see langword="null"/> where the synthesiser tells none.</summary>
    public TimeSpan? Error { get; init; }

    public bool Lost { get; init; }

    public bool OutOfOrder { get; init; }

    public bool Interpolated { get; init; }
}
