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

        // Cut to the span, for a longer layer would draw the video out to its own length.
        yield return $"[{input}:v:0]format=rgba{opacity},scale={image.Width}:{image.Height}:flags=lanczos:out_color_matrix=bt709:out_range=tv,format=yuva420p,"
            + $"loop=loop=-1:size=1,settb=1/{rate},setpts=N+{span.Start},fps={rate}:start_time={FfmpegTime.Seconds(composition.TimeOf(span.Start))}"
            + $"{Fades(image)},trim=end={FfmpegTime.Seconds(composition.TimeOf(span.End))}{label}";
        yield return $"{below}{label}overlay=x={image.X}:y={image.Y}:format=yuv420{result}";
    }

    /// <summary>Whether anything of it is seen in a span.</summary>
    public static bool IsIn(ImageOverlay image, Composition composition, FrameSpan span) =>
        image.Start < composition.TimeOf(span.End) && (image.End is not { } end || end > composition.TimeOf(span.Start));

    private static string Fades(ImageOverlay image)
    {
        var length = FfmpegTime.Seconds(image.Fade);
        var fadeIn = image.Start > TimeSpan.Zero ? $",fade=type=in:start_time={FfmpegTime.Seconds(image.Start)}:duration={length}:alpha=1" : "";
        var fadeOut = image.End is { } end ? $",fade=type=out:start_time={FfmpegTime.Seconds(end - image.Fade)}:duration={length}:alpha=1" : "";
        return fadeIn + fadeOut;
    }
}
