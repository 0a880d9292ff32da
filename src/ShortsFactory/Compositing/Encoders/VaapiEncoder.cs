using static ShortsFactory.Compositing.Encoders.EncoderSettings;

namespace ShortsFactory.Compositing.Encoders;

/// <summary>Any graphics device of Linux that has a VA-API driver. With a constant quality, which all drivers know, it has no limit on its rate.</summary>
internal sealed class VaapiEncoder(VideoCodec codec) : IVideoEncoder
{
    public string Name => EncoderNames.Of(codec, "vaapi");

    public VideoCodec Codec => codec;

    public bool IsHardware => true;

    public IReadOnlyList<string> Device { get; } = ["-vaapi_device", "/dev/dri/renderD128"];

    public string Upload => "format=nv12,hwupload";

    public IReadOnlyList<string> Arguments(EncoderSettings settings) =>
    [
        "-c:v", Name,
        "-rc_mode", "CQP", "-qp", Number(settings.Crf ?? settings.Choose(30, 23, 19)),
        "-profile:v", codec == VideoCodec.H264 ? "high" : "main",
        "-g", Number(settings.GroupLength), "-bf", "2", "-idr_interval", "0", "-flags", "+cgop",
    ];
}
