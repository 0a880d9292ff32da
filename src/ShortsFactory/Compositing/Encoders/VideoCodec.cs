namespace ShortsFactory.Compositing.Encoders;

/// <summary>The formats in which pictures are delivered.</summary>
internal enum VideoCodec
{
    /// <summary>H.264 (ITU-T H.264), which every platform and every player takes.</summary>
    H264,

    /// <summary>HEVC (ITU-T H.265).</summary>
    Hevc,

    /// <summary>AV1 (AOMedia).</summary>
    Av1,
}
