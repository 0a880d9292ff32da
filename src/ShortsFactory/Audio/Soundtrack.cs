namespace ShortsFactory.Audio;

/// <summary>The narration as one clean track, in two renderings with the same clock.</summary>
public sealed record Soundtrack
{
    /// <summary>Absolute path of the master: 48 kHz stereo, PCM 16 bit, loudness and true peak at their targets.</summary>
    public required string MasterPath { get; init; }

    /// <summary>Absolute path of the rendering for recognition: 16 kHz mono, PCM 16 bit.</summary>
    public required string RecognitionPath { get; init; }

    /// <summary>Length of the track.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Where each sentence lies, in script order; spans never overlap.</summary>
    public required IReadOnlyList<SentenceSpan> Sentences { get; init; }

    /// <summary>Integrated loudness of the master in LUFS (ITU-R BS.1770-4).</summary>
    public required double IntegratedLufs { get; init; }

    /// <summary>True peak of the master in dBTP (ITU-R BS.1770-4, annex 2).</summary>
    public required double TruePeakDbtp { get; init; }
}
