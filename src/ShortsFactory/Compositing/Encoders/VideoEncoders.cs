namespace ShortsFactory.Compositing.Encoders;

/// <summary>The encoders that may be chosen.</summary>
internal static class VideoEncoders
{
    /// <summary>The setting that takes the first device that works.</summary>
    public const string Auto = "auto";

    /// <summary>What is delivered unless something else is asked for, and wherever that does not work.</summary>
    public static IVideoEncoder Default { get; } = new X264Encoder();

    /// <summary>All of them; devices come in the order in which they are tried.</summary>
    public static IReadOnlyList<IVideoEncoder> All { get; } =
    [
        Default,
        new X265Encoder(),
        new SvtAv1Encoder(),
        new NvencEncoder(VideoCodec.H264),
        new QuickSyncEncoder(VideoCodec.H264),
        new VideoToolboxEncoder(VideoCodec.H264),
        new VaapiEncoder(VideoCodec.H264),
        new NvencEncoder(VideoCodec.Hevc),
        new QuickSyncEncoder(VideoCodec.Hevc),
        new VideoToolboxEncoder(VideoCodec.Hevc),
        new VaapiEncoder(VideoCodec.Hevc),
        new NvencEncoder(VideoCodec.Av1),
        new QuickSyncEncoder(VideoCodec.Av1),
        new VaapiEncoder(VideoCodec.Av1),
    ];

    /// <summary>Those that are worth a try for what the setting says, the best first.</summary>
    public static IEnumerable<IVideoEncoder> For(string setting)
    {
        if (string.Equals(setting, Auto, StringComparison.OrdinalIgnoreCase))
        {
            return All.Where(encoder => encoder is { IsHardware: true, Codec: VideoCodec.H264 });
        }

        var chosen = All.First(encoder => string.Equals(encoder.Name, setting, StringComparison.OrdinalIgnoreCase));
        var inSoftware = All.First(encoder => encoder.Codec == chosen.Codec && !encoder.IsHardware);
        return chosen == inSoftware ? [chosen] : [chosen, inSoftware];
    }
}
