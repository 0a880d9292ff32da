namespace ShortsFactory.Speech;

/// <summary>One sentence as the voice made it, silence around it included.</summary>
public sealed record SpokenSentence
{
    /// <summary>The sentence's position in the script, from 0.</summary>
    public required int Sentence { get; init; }

    /// <summary>Absolute path of the wave file.</summary>
    public required string WavePath { get; init; }
}
