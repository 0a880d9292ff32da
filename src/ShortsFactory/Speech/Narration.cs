namespace ShortsFactory.Speech;

/// <summary>The spoken script: one wave file for each sentence, as the voice made it.</summary>
public sealed record Narration
{
    /// <summary>The voice that spoke, as <c>engine:voice</c>.</summary>
    public required string Voice { get; init; }

    /// <summary>One entry for each sentence, in script order.</summary>
    public required IReadOnlyList<SpokenSentence> Sentences { get; init; }
}
