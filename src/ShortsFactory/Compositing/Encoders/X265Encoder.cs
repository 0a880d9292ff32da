using static ShortsFactory.Compositing.Encoders.EncoderSettings;

namespace ShortsFactory.Compositing.Encoders;

/// <summary>HEVC by x265.</summary>
internal sealed class X265Encoder : IVideoEncoder
{
    private const int BitsPerKilobit = 1000;

    /// <summary>At this much more of x264's scale, x265 gives about the same likeness.</summary>
    private const int CrfOffset = 3;

    public string Name => "libx265";

    public VideoCodec Codec => VideoCodec.Hevc;

    public bool IsHardware => false;

    public IReadOnlyList<string> Arguments(EncoderSettings settings) =>
    [
        "-c:v", Name,
        "-preset", settings.Preset.Length > 0 ? settings.Preset : settings.Choose("ultrafast", "superfast", "medium"),
        "-crf", Number((settings.Crf ?? settings.Choose(27, 21, 18)) + CrfOffset),
        "-profile:v", "main", "-pix_fmt", "yuv420p", "-g", Number(settings.GroupLength), "-bf", "2",
        "-x265-params",
        $"log-level=error:pools=2:open-gop=0:vbv-maxrate={Number(settings.MaxBitrate / BitsPerKilobit)}"
            + $":vbv-bufsize={Number(settings.Buffer / BitsPerKilobit)}:vbv-init=0.5",
    ];
}
