using System.Globalization;

namespace ShortsFactory.Compositing;

/// <summary>What is delivered: H.264 High and AAC-LC in an mp4 that every platform takes as it is.</summary>
internal static class EncoderProfile
{
    /// <summary>The sound's sample rate in hertz.</summary>
    public const int SampleRate = 48_000;

    /// <summary>
    /// Samples of silence that an AAC-LC encoder puts before the first one. As no edit list hides them in the delivered file,
    /// as many are taken from the track's silent beginning: then each decoded sample is at its place to the sample.
    /// </summary>
    public const int EncoderDelay = 1024;

    /// <summary>Arguments for the pictures: closed groups of one second, two B-frames, BT.709 in the limited range.</summary>
    public static IReadOnlyList<string> Picture(CompositingOptions options, int frameRate) =>
    [
        "-c:v", "libx264", "-preset", options.Preset, "-crf", Number(options.Crf),
        "-maxrate", Number(options.MaxBitrate), "-bufsize", Number(options.MaxBitrate * 2L),
        "-profile:v", "high", "-pix_fmt", "yuv420p", "-g", Number(frameRate), "-bf", "2", "-flags", "+cgop",
        "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
    ];

    /// <summary>Arguments for the sound.</summary>
    public static IReadOnlyList<string> Sound(CompositingOptions options) =>
        ["-c:a", "aac", "-profile:a", "aac_low", "-b:a", Number(options.AudioBitrate), "-ar", Number(SampleRate), "-ac", "2"];

    /// <summary>
    /// Arguments for the file: the index in front, and no edit list. Without one, B-frames would push the pictures back
    /// by their delay, so the offsets between decoding and showing may be negative (ISO/IEC 14496-12, 8.6.1.3).
    /// </summary>
    public static IReadOnlyList<string> Container { get; } =
        ["-map_metadata", "-1", "-map_chapters", "-1", "-use_editlist", "0", "-movflags", "+faststart+negative_cts_offsets", "-f", "mp4"];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
