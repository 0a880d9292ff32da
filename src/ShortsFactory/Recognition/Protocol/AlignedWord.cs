namespace ShortsFactory.Recognition.Protocol;

/// <summary>A word as the decoder laid it.</summary>
internal sealed record AlignedWord
{
    /// <summary>Its start in seconds from the utterance's first sample: where its first frame begins, not clipped to the utterance.</summary>
    public required double Start { get; init; }

    /// <summary>Its end in seconds from the utterance's first sample.</summary>
    public required double End { get; init; }
}
