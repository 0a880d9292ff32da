using static ShortsFactory.Compositing.Encoders.EncoderSettings;

namespace ShortsFactory.Compositing.Encoders;

/// <summary>Intel's Quick Sync Video.</summary>
internal sealed class QuickSyncEncoder(VideoCodec codec) : IVideoEncoder
{
    public string Name => EncoderNames.Of(codec, "qsv");

    public VideoCodec Codec => codec;

    public bool IsHardware => true;

    public IReadOnlyList<string> Arguments(EncoderSettings settings) =>
    [
        "-c:v", Name,
        "-preset", settings.Choose("veryfast", "medium", "slow"),
        "-global_quality", Number(settings.Crf ?? settings.Choose(30, 23, 19)),
        "-maxrate", Number(settings.MaxBitrate), "-bufsize", Number(settings.Buffer),
        "-profile:v", codec == VideoCodec.H264 ? "high" : "main", "-pix_fmt", "nv12",
        "-g", Number(settings.GroupLength), "-bf", "2", "-idr_interval", "0", "-flags", "+cgop",
    ];
}
