namespace ShortsFactory.Audio.Mixing;

/// <summary>What a mix measures.</summary>
internal sealed record Mix
{
    /// <summary>Integrated loudness in LUFS.</summary>
    public required double IntegratedLufs { get; init; }

    /// <summary>True peak in dBTP.</summary>
    public required double TruePeakDbtp { get; init; }

    /// <summary>How far the music lies below the voice in the sentence in which it is nearest to it, in LU; <see langword="null"/> without music.</summary>
    public double? MusicBelowVoice { get; init; }
}
