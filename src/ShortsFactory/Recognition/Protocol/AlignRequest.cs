namespace ShortsFactory.Recognition.Protocol;

/// <summary>Finds when the words of one known sentence are said in a part of a wave file.</summary>
internal sealed record AlignRequest : RecognizerRequest
{
    /// <summary>Absolute path of the file: PCM 16 bit, mono, 16 kHz.</summary>
    public required string Wave { get; init; }

    /// <summary>First sample of the utterance.</summary>
    public required long StartSample { get; init; }

    /// <summary>One past its last sample.</summary>
    public required long EndSample { get; init; }

    /// <summary>
    /// Absolute path of a model that holds the sentence's decoding graph, decodes every frame of 10 ms, and whose other files
    /// the sender has verified.
    /// </summary>
    public required string Model { get; init; }
}
