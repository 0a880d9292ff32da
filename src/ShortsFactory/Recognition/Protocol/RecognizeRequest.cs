namespace ShortsFactory.Recognition.Protocol;

/// <summary>Recognises the utterance in a part of a wave file.</summary>
internal sealed record RecognizeRequest : RecognizerRequest
{
    /// <summary>Absolute path of the file: PCM 16 bit, mono, 16 kHz.</summary>
    public required string Wave { get; init; }

    /// <summary>First sample of the utterance.</summary>
    public required long StartSample { get; init; }

    /// <summary>One past its last sample.</summary>
    public required long EndSample { get; init; }

    /// <summary>
    /// What is said, at least one phrase of at least one word of the model, any other word is passed over; or
    /// <see langword="null"/> if that is not known: then every word of the model may be said.
    /// </summary>
    public IReadOnlyList<string>? Phrases { get; init; }
}
