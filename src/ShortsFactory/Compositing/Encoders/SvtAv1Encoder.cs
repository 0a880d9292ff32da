using static ShortsFactory.Compositing.Encoders.EncoderSettings;

namespace ShortsFactory.Compositing.Encoders;

/// <summary>AV1 by SVT-AV1. It has no limit on its rate in this mode: its constant quality keeps far below that of H.264.</summary>
internal sealed class SvtAv1Encoder : IVideoEncoder
{
    /// <summary>AV1's scale of quality goes up to 63, and x264's to 51.</summary>
    private const int CrfOffset = 12;

    public string Name => "libsvtav1";

    public VideoCodec Codec => VideoCodec.Av1;

    public bool IsHardware => false;

    public IReadOnlyList<string> Arguments(EncoderSettings settings) =>
    [
        "-c:v", Name,
        "-preset", settings.Choose("12", "10", "6"),
        "-crf", Number((settings.Crf ?? settings.Choose(27, 21, 18)) + CrfOffset),
        "-pix_fmt", "yuv420p", "-g", Number(settings.GroupLength), "-svtav1-params", "lp=2",
    ];
}
