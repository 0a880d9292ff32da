namespace ShortsFactory.Recognition;

/// <summary>Every display word of the script with its time on the track's clock, in script order.</summary>
public sealed record Transcript
{
    /// <summary>The words; starts never decrease, and spans never overlap.</summary>
    public required IReadOnlyList<TimedWord> Words { get; init; }

    /// <summary>How well each sentence's speech fits its text; empty if nobody has looked.</summary>
    public IReadOnlyList<SentenceFit> Sentences { get; init; } = [];
}
