using ShortsFactory.Compositing.Encoders;

namespace ShortsFactory.Conversions.Targets;

/// <summary>WebP; what is transparent stays so, and animations stay as they move.</summary>
internal sealed class WebpTarget : PictureTarget
{
    public override string Name => "webp";

    public override int LongestSide => 16_383;

    protected override string Coder => "WEBP";

    protected override bool KeepsAlpha => true;

    public override bool Moves(Source source) => source.Kind is SourceKind.Animation;

    public override IReadOnlyList<ConversionStep> Steps(Source source, Look look, string output) => Moves(source)
        ?
        [
            ConversionStep.FfmpegAtOnce(
            [
                .. source.Input, "-map", "0:v:0",
                "-vf", look.Frame is null ? $"{VideoFilters.Rate(source, look)}format=rgba,format=yuva420p" : VideoFilters.Write(source, look),
                "-fps_mode", "vfr", "-c:v", "libwebp_anim", "-quality", EncoderSettings.Number(look.PictureQuality), "-loop", "0", "-map_metadata", "-1", "-f", "webp", output,
            ]),
        ]
        : base.Steps(source, look, output);

    protected override IReadOnlyList<string> Encode(Look look) => ["-quality", EncoderSettings.Number(look.PictureQuality)];
}
