namespace ShortsFactory.Recordings;

/// <summary>A narration that the user recorded, decoded in two renderings with the same clock.</summary>
public sealed record Recording
{
    /// <summary>Absolute path of the user's file.</summary>
    public required string Source { get; init; }

    /// <summary>Absolute path of the rendering for the track: 48 kHz mono, IEEE 32 bit.</summary>
    public required string MasterPath { get; init; }

    /// <summary>Absolute path of the rendering for recognition: 16 kHz mono, PCM 16 bit.</summary>
    public required string HearingPath { get; init; }

    /// <summary>Length of the recording.</summary>
    public required TimeSpan Duration { get; init; }
}
