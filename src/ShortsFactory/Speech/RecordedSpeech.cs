using ShortsFactory.Audio;

namespace ShortsFactory.Speech;

/// <summary>Where the speech lies in a recording, in samples at 48 kHz on the recording's clock; all places are multiples of 3.</summary>
public sealed record RecordedSpeech
{
    /// <summary>Where each sentence lies, in script order, without overlap; empty for a sentence that the recording leaves out.</summary>
    public required IReadOnlyList<SentenceSpan> Sentences { get; init; }

    /// <summary>Where the first speech begins, of the script or not.</summary>
    public required long StartSample { get; init; }

    /// <summary>Where the last speech ends.</summary>
    public required long EndSample { get; init; }
}
