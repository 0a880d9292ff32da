namespace ShortsFactory.Templates;

/// <summary>What a viewer can still follow; captions beyond it are warned of.</summary>
internal sealed record ReadabilityLimits
{
    /// <summary>The shortest time for which a group of words may be on screen.</summary>
    public required TimeSpan Shortest { get; init; }

    /// <summary>The most characters a second, over a sentence.</summary>
    public required double Fastest { get; init; }
}
