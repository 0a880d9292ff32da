namespace ShortsFactory.Audio;

/// <summary>What the samples of a wave file are.</summary>
internal sealed record WaveFormat
{
    /// <summary>How a sample is stored.</summary>
    public required WaveEncoding Encoding { get; init; }

    /// <summary>Frames per second, in hertz; 1,000 to 192,000.</summary>
    public required int SampleRate { get; init; }

    /// <summary>Samples in a frame, 1 to 32.</summary>
    public required int Channels { get; init; }

    /// <summary>Bits that a sample takes in the file: 8, 16, 24 or 32 for integers, 32 or 64 for IEEE numbers.</summary>
    public required int BitsPerSample { get; init; }

    /// <summary>Bytes that a frame takes in the file.</summary>
    public int BlockAlign => Channels * BitsPerSample / 8;
}
