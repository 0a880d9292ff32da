using ShortsFactory.Audio;
using ShortsFactory.Compositing;

namespace ShortsFactory.Pipeline.Manifests;

/// <summary>The sound of the delivered file, measured on the file itself (ITU-R BS.1770-4).</summary>
public sealed record ManifestAudio
{
    /// <summary>Integrated loudness in LUFS.</summary>
    public required double IntegratedLufs { get; init; }

    /// <summary>True peak in dBTP.</summary>
    public required double TruePeakDbtp { get; init; }

    /// <summary>The music; <see langword="null"/> without any.</summary>
    public ManifestMusic? Music { get; init; }

    /// <summary>The sounds that are heard when scenes begin: names of files, or <c>generated:NAME</c>.</summary>
    public required IReadOnlyList<string> TransitionSounds { get; init; }

    internal static ManifestAudio Of(Soundtrack track, Video video) => new()
    {
        IntegratedLufs = Math.Round(video.IntegratedLufs, 2),
        TruePeakDbtp = Math.Round(video.TruePeakDbtp, 2),
        Music = track.Music is { } music
            ? new ManifestMusic { File = music.Name, Credit = music.Credit, BelowVoiceLu = music.BelowVoice is { } distance ? Math.Round(distance, 1) : null }
            : null,
        TransitionSounds = track.TransitionSounds,
    };
}
