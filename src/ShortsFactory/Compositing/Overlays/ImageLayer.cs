using System.Globalization;
using ShortsFactory.Captions;
using ShortsFactory.Media;

namespace ShortsFactory.Compositing.Overlays;

/// <summary>Writes the filters that lay a picture over the video, on the timeline's clock: whatever span is drawn, each frame is the same.</summary>
internal static class ImageLayer
{
    /// <summary>The filters between the inputs and <paramref name="result"/>.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="input">The number of its input.</param>
    /// <param name="below">The label of what it is laid over.</param>
    /// <param name="result">The label of both together.</param>
    /// <param name="composition">Has the rate.</param>
    /// <param name="span">The frames that are drawn.</param>
    public static IEnumerable<string> Write(ImageOverlay image, int input, string below, string result, Composition composition, FrameSpan span)
    {
        var (rate, label) = (composition.FrameRate, $"[image{input}]");
        var opacity = image.Opacity < 1 ? string.Create(CultureInfo.InvariantCulture, $",colorchannelmixer=aa={image.Opacity:0.###}") : "";

        // On the timeline's clock as long as it comes or goes; else on the span's own, so that the same at another place of the timeline is the same.
        var fades = Fades(image, composition, span);
        var first = fades.Length == 0 ? 0 : span.Start;
        var clock = composition.CaptionClock ?? composition.TimeOf(span.Start);
        yield return $"[{input}:v:0]format=rgba{opacity},scale={image.Width}:{image.Height}:flags=lanczos:out_color_matrix=bt709:out_range=tv,format=yuva420p,"
            + $"loop=loop=-1:size=1,settb=1/{rate},setpts=N+{first},fps={rate},trim=end_frame={span.Length}{fades},"
            + $"setpts=round(PTS-STARTPTS+{FfmpegTime.Seconds(clock)}/TB){label}";
        yield return $"{below}{label}overlay=x={image.X}:y={image.Y}:format=yuv420{result}";
    }

    /// <summary>Whether anything of it is seen in a span.</summary>
    public static bool IsIn(ImageOverlay image, Composition composition, FrameSpan span) =>
        image.Start < composition.TimeOf(span.End) && (image.End is not { } end || end > composition.TimeOf(span.Start));

    /// <summary>The fades that are seen in a span.</summary>
    private static string Fades(ImageOverlay image, Composition composition, FrameSpan span)
    {
        return (image.Start > TimeSpan.Zero ? Fade("in", image.Start) : "") + (image.End is { } end ? Fade("out", end - image.Fade) : "");

        string Fade(string direction, TimeSpan start) => start < composition.TimeOf(span.End) && start + image.Fade > composition.TimeOf(span.Start)
            ? $",fade=type={direction}:start_time={FfmpegTime.Seconds(start)}:duration={FfmpegTime.Seconds(image.Fade)}:alpha=1"
            : "";
    }
}
