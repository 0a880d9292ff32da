namespace ShortsFactory.Recognition.Protocol;

/// <summary>How a known sentence lies in an utterance.</summary>
internal sealed record Alignment
{
    /// <summary>The words that the graph put out, in order.</summary>
    public required IReadOnlyList<AlignedWord> Words { get; init; }

    /// <summary>The logarithm of the likelihood of all that was decoded, as the acoustic model scales it.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>How much was decoded, in seconds: the utterance and the silence that was put around it.</summary>
    public required double Duration { get; init; }
}
