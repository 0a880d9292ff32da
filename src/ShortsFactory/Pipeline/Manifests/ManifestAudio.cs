namespace ShortsFactory.Pipeline.Manifests;

/// <summary>The sound of the delivered file, measured on the file itself (ITU-R BS.1770-4).</summary>
public sealed record ManifestAudio
{
    /// <summary>Integrated loudness in LUFS.</summary>
    public required double IntegratedLufs { get; init; }

    /// <summary>True peak in dBTP.</summary>
    public required double TruePeakDbtp { get; init; }
}
