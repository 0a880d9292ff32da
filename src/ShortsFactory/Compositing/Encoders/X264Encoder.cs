using static ShortsFactory.Compositing.Encoders.EncoderSettings;

namespace ShortsFactory.Compositing.Encoders;

/// <summary>H.264 by x264.</summary>
internal sealed class X264Encoder : IVideoEncoder
{
    public string Name => "libx264";

    public VideoCodec Codec => VideoCodec.H264;

    public bool IsHardware => false;

    public bool IsSmall => true;

    /// <summary>
    /// <c>superfast</c> is the standard: measured on this product's pictures, twice as fast as <c>veryfast</c> at the same likeness, and it keeps
    /// the dither that hides bands in soft gradients.
    /// One thread serves each chunk: with more, x264's rate control depends on which of them is faster, and the same chunk could come out in two ways.
    /// </summary>
    public IReadOnlyList<string> Arguments(EncoderSettings settings) =>
    [
        "-c:v", Name,
        "-preset", settings.Preset.Length > 0 ? settings.Preset : settings.Choose("ultrafast", "superfast", "fast"),
        "-crf", Number(settings.Crf ?? settings.Choose(27, 21, 18)),
        "-maxrate", Number(settings.MaxBitrate), "-bufsize", Number(settings.Buffer), "-rc_init_occupancy", Number(settings.InitialBuffer),
        "-profile:v", "high", "-pix_fmt", "yuv420p", "-g", Number(settings.GroupLength), "-bf", "2", "-flags", "+cgop", "-threads", "1",
    ];
}
