using ShortsFactory.Compositing.Encoders;

namespace ShortsFactory.Conversions.Targets;

/// <summary>AAC.</summary>
internal sealed class M4aTarget : ITargetFormat
{
    public string Name => "m4a";

    public TargetKind Kind => TargetKind.Sound;

    public IReadOnlyList<ConversionStep> Steps(Source source, Look look, string output) =>
    [
        ConversionStep.Ffmpeg(
        [
            .. source.Input, .. SoundFilters.Alone,
            "-af", SoundFilters.Stereo, "-c:a", "aac", "-profile:a", "aac_low", "-b:a", EncoderSettings.Number(look.SoundBitrate), "-movflags", "+faststart", "-f", "ipod", output,
        ]),
    ];
}
