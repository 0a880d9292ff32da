namespace ShortsFactory.Speech;

/// <summary>The spoken script: one wave file for each sentence, as the voice made it, or the user's own recording.</summary>
public sealed record Narration
{
    /// <summary>The voice that spoke, as <c>engine:voice</c>; <c>recording</c> for the user's own.</summary>
    public required string Voice { get; init; }

    /// <summary>One entry for each sentence, in script order; none if the user has spoken.</summary>
    public required IReadOnlyList<SpokenSentence> Sentences { get; init; }

    /// <summary>Where the sentences lie in the user's own recording; <see langword="null"/> if a voice has spoken.</summary>
    public RecordedSpeech? Recorded { get; init; }
}
