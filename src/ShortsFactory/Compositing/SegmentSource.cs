using System.Globalization;
using ShortsFactory.Backgrounds;

namespace ShortsFactory.Compositing;

/// <summary>Writes the filters that give one segment its frames: exact in number, of full size, YUV 4:2:0 in BT.709.</summary>
internal static class SegmentSource
{
    private const string ToDelivery = "out_color_matrix=bt709:out_range=tv";

    /// <summary>The filters for the frames <paramref name="shown"/> of a segment that is the composition's <paramref name="index"/>th.</summary>
    public static string Write(BackgroundSegment segment, FrameSpan shown, int index, int input, Composition composition)
    {
        var rate = composition.FrameRate;
        var skipped = shown.Start - segment.Span.Start;
        return segment.Background switch
        {
            GeneratedBackground generated =>
                $"{PresetFilter.Write(generated.Preset, composition.Width, composition.Height, rate, composition.TimeOf(shown.Start))},{Cut(0, shown)}",
            ColorBackground color =>
                $"color=color=0x{color.Color}:size=16x16,format=rgb24,scale={composition.Width}:{composition.Height}:{ToDelivery},{Still(rate)},{Cut(0, shown)}",
            MediaBackground { Moves: true } video =>
                $"[{input}:v:0]{Moving(video, index, composition)},{Cut(skipped, shown)}",
            MediaBackground picture =>
                Photograph(picture, new StillMotion(picture, index, segment.Span.Length, composition), index, input, rate, skipped, shown),
            _ => throw new ArgumentException($"'{segment.Background}' is not known here.", nameof(segment)),
        };
    }

    private static string Moving(MediaBackground video, int index, Composition composition)
    {
        var rate = composition.FrameRate;
        var speed = video.Speed == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"setpts=PTS/{video.Speed:0.####},");

        // Opened in the middle, a file's first picture may stand a moment later; a rate is lowered before the costly filters and raised behind them.
        var toRate = video.From > TimeSpan.Zero ? $"fps={rate}:start_time=0" : $"fps={rate}";
        var (before, after) = video.File.FramesPerSecond * video.Speed > rate ? ($"{toRate},", "") : ("", $",{toRate}");
        var last = video.Length is null ? "" : $",tpad=stop=-1:stop_mode=clone,{toRate}";
        return $"{speed}{before}{FrameFill.Write(video, index, composition.Width, composition.Height)},format=yuv420p,setsar=1{(video.Length is null ? after : last)}";
    }

    private static string Photograph(MediaBackground picture, StillMotion motion, int index, int input, int rate, int skipped, FrameSpan shown)
    {
        var moved = motion.Write(skipped);
        return $"[{input}:v:0]{PhotoOrientation.Filters(picture.File.Orientation)}{FrameFill.Write(picture, index, motion.Width, motion.Height)},"
            + $"{Still(rate)},{Cut(skipped, shown)}{(moved.Length > 0 ? "," : "")}{moved}";
    }

    /// <summary>One frame without end; it is decoded and scaled once.</summary>
    private static string Still(int rate) => $"format=yuv420p,loop=loop=-1:size=1,settb=1/{rate},setpts=N,fps={rate},setsar=1";

    private static string Cut(int skipped, FrameSpan shown) => skipped == 0
        ? $"trim=end_frame={shown.Length}"
        : $"trim=start_frame={skipped}:end_frame={skipped + shown.Length},setpts=PTS-STARTPTS";
}
