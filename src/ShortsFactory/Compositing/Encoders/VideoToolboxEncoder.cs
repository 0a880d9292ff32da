using static ShortsFactory.Compositing.Encoders.EncoderSettings;

namespace ShortsFactory.Compositing.Encoders;

/// <summary>The encoders of Apple's computers.</summary>
internal sealed class VideoToolboxEncoder(VideoCodec codec) : IVideoEncoder
{
    public string Name => EncoderNames.Of(codec, "videotoolbox");

    public VideoCodec Codec => codec;

    public bool IsHardware => true;

    /// <summary>Its quality goes from 1 to 100, where more is better.</summary>
    public IReadOnlyList<string> Arguments(EncoderSettings settings) =>
    [
        "-c:v", Name,
        "-allow_sw", "0", "-q:v", Number(settings.Choose(45, 62, 75)),
        "-maxrate", Number(settings.MaxBitrate), "-bufsize", Number(settings.Buffer),
        "-profile:v", codec == VideoCodec.H264 ? "high" : "main", "-pix_fmt", "yuv420p",
        "-g", Number(settings.GroupLength), "-bf", "2", "-flags", "+cgop",
    ];
}
