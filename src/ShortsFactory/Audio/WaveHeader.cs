namespace ShortsFactory.Audio;

/// <summary>Where the samples of a wave file lie, and what they are.</summary>
internal sealed record WaveHeader
{
    /// <summary>What the samples are.</summary>
    public required WaveFormat Format { get; init; }

    /// <summary>Position of the first sample in the file, in bytes.</summary>
    public required long DataStart { get; init; }

    /// <summary>Length of the samples, in bytes; never beyond the end of the file.</summary>
    public required long DataLength { get; init; }

    /// <summary>Whole frames; what is left of a frame that was cut is not counted.</summary>
    public long FrameCount => DataLength / Format.BlockAlign;
}
