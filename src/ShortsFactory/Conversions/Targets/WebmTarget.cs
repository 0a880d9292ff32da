namespace ShortsFactory.Conversions.Targets;

/// <summary>VP9 and Opus for web pages; transparency stays.</summary>
internal sealed class WebmTarget : ITargetFormat
{
    public string Name => "webm";

    public TargetKind Kind => TargetKind.Video;

    public IReadOnlyList<ConversionStep> Steps(Source source, Look look, string output) =>
    [
        ConversionStep.Ffmpeg(
        [
            .. MovingInput.Arguments(source, look),
            "-map", "0:v:0", "-map", "0:a:0?",
            "-vf", VideoFilters.Write(source, look, keepAlpha: look.Frame is null),
            "-fps_mode", "vfr",
            "-c:v", "libvpx-vp9", "-crf", "32", "-b:v", "0", "-deadline", "good", "-cpu-used", "4", "-row-mt", "1", "-auto-alt-ref", source.Media.HasAlpha ? "0" : "1",
            .. Compositing.EncoderProfile.Colors,
            "-af", SoundFilters.Stereo, "-c:a", "libopus", "-b:a", "128k",
            "-map_metadata", "-1", "-map_chapters", "-1", "-f", "webm", output,
        ]),
    ];
}
