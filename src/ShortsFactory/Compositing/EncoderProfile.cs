using ShortsFactory.Compositing.Encoders;

namespace ShortsFactory.Compositing;

/// <summary>What is delivered, whichever encoder makes the pictures: BT.709, AAC-LC, and an mp4 that every platform takes as it is.</summary>
internal static class EncoderProfile
{
    /// <summary>Arguments for the pictures' colours: BT.709 in the limited range.</summary>
    public static IReadOnlyList<string> Colors { get; } =
        ["-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"];

    /// <summary>
    /// Arguments for a file that can be joined: no edit list. Without one, B-frames would push the pictures back
    /// by their delay, so the offsets between decoding and showing may be negative (ISO/IEC 14496-12, 8.6.1.3).
    /// </summary>
    public static IReadOnlyList<string> Part { get; } = File("+negative_cts_offsets");

    /// <summary>Arguments for the delivered file: the same with the index in front.</summary>
    public static IReadOnlyList<string> Container { get; } = File("+faststart+negative_cts_offsets");

    /// <summary>Apple's players take HEVC under this name alone.</summary>
    public static IReadOnlyList<string> Tag(VideoCodec codec) => codec == VideoCodec.Hevc ? ["-tag:v", "hvc1"] : [];

    /// <summary>What an encoder is asked for, for a chunk of this length: closed groups of about a second, all of about the same length.</summary>
    public static EncoderSettings Settings(CompositingOptions options, int frames, int frameRate)
    {
        var groups = Math.Max(1, (int)Math.Round((double)frames / frameRate));
        return new EncoderSettings
        {
            Quality = options.Quality,
            Preset = options.Preset,
            Crf = options.Crf,
            MaxBitrate = options.MaxBitrate,
            GroupLength = (frames + groups - 1) / groups,
        };
    }

    private static string[] File(string flags) =>
        ["-map_metadata", "-1", "-map_chapters", "-1", "-use_editlist", "0", "-movflags", flags, "-f", "mp4"];
}
