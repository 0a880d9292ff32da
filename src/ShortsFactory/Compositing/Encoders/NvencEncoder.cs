using static ShortsFactory.Compositing.Encoders.EncoderSettings;

namespace ShortsFactory.Compositing.Encoders;

/// <summary>The encoders of NVIDIA's graphics cards.</summary>
internal sealed class NvencEncoder(VideoCodec codec) : IVideoEncoder
{
    public string Name => EncoderNames.Of(codec, "nvenc");

    public VideoCodec Codec => codec;

    public bool IsHardware => true;

    public IReadOnlyList<string> Arguments(EncoderSettings settings) =>
    [
        "-c:v", Name,
        "-preset", settings.Choose("p1", "p4", "p6"), "-tune", "hq", "-rc", "vbr",
        "-cq", Number(settings.Crf ?? settings.Choose(30, 24, 20)), "-b:v", "0",
        "-maxrate", Number(settings.MaxBitrate), "-bufsize", Number(settings.Buffer),
        "-profile:v", codec == VideoCodec.H264 ? "high" : "main", "-pix_fmt", "yuv420p",
        "-g", Number(settings.GroupLength), "-bf", "2", "-strict_gop", "1", "-flags", "+cgop",
    ];
}
