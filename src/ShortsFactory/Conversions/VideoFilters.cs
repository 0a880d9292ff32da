using System.Globalization;
using ShortsFactory.Backgrounds;
using ShortsFactory.Compositing;

namespace ShortsFactory.Conversions;

/// <summary>Writes the filters between a source and an encoder of moving pictures.</summary>
internal static class VideoFilters
{
    /// <summary>The most that a gif can show in a second: its pictures last for two hundredths or more.</summary>
    private const double AnimationRate = 50;

    /// <summary>The filters: rate, shape, colours in BT.709.</summary>
    /// <param name="source">The source.</param>
    /// <param name="look">What it is brought to.</param>
    /// <param name="keepAlpha">Whether what is transparent stays so; else it is black.</param>
    /// <param name="side">The shorter side at most, in pixels, if it is less than <paramref name="look"/> says.</param>
    /// <param name="rateLimit">Frames per second at most, if they are fewer than <paramref name="look"/> says.</param>
    public static string Write(Source source, Look look, bool keepAlpha = false, int side = int.MaxValue, int rateLimit = int.MaxValue)
    {
        var media = new MediaBackground(keepAlpha ? source.Media with { HasAlpha = false } : source.Media, source.Input[^1]) { Fill = look.Fill };
        var shape = look.Frame is { } frame
            ? FrameFill.Write(media, "frame", frame.Width, frame.Height)
            : FrameFill.WriteWhole(media, WholeSize(Math.Min(side, look.VideoSide)));
        return $"{Rate(source, look, rateLimit)}{shape},setsar=1,format={(keepAlpha && source.Media.HasAlpha ? "yuva420p" : "yuv420p")}";
    }

    /// <summary>Pixels become square, sides even, and the shorter one is brought down to a limit.</summary>
    public static string WholeSize(int side)
    {
        var scale = string.Create(CultureInfo.InvariantCulture, $"min(1,{side}/min(iw*sar,ih))");
        return $"w='max(2,2*trunc(iw*sar*{scale}/2))':h='max(2,2*trunc(ih*{scale}/2))'";
    }

    /// <summary>
    /// A rate, and so a constant one, only where it is asked for: frames of videos keep their times otherwise. Animations get one, for ffmpeg forgets how
    /// long the last of differently long pictures is shown.
    /// </summary>
    public static string Rate(Source source, Look look, int rateLimit = int.MaxValue)
    {
        var limit = Math.Min(rateLimit, look.RateLimit ?? int.MaxValue);
        var own = source.Kind is SourceKind.Animation ? AnimationRate : source.Media.FramesPerSecond;
        var rate = look.Frame?.FrameRate ?? (source.Kind is SourceKind.Animation || own > limit ? Math.Min(own, limit) : 0);
        return rate > 0 ? string.Create(CultureInfo.InvariantCulture, $"fps={rate}:start_time=0,") : "";
    }
}
