namespace ShortsFactory.Audio;

/// <summary>How a wave file stores a sample.</summary>
internal enum WaveEncoding
{
    /// <summary>Integers: unsigned at 8 bits, signed at 16, 24 and 32.</summary>
    Pcm,

    /// <summary>IEEE 754 numbers of 32 or 64 bits, full scale at 1.</summary>
    Float,
}
