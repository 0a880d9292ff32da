using ShortsFactory.Backgrounds;
using ShortsFactory.Captions;
using ShortsFactory.Compositing.Overlays;
using ShortsFactory.Media;

namespace ShortsFactory.Compositing;

/// <summary>
/// Writes ffmpeg's filter graph for a span of a composition: each background cut to its frames, faded into the next,
/// captions drawn on top. Input 0 is the sound; the backgrounds' files follow in order, then the emoji, and pictures that are laid over all come last.
/// </summary>
internal static class FilterGraph
{
    /// <summary>The label of the pictures.</summary>
    public const string Picture = "[picture]";

    /// <summary>The label of a single picture.</summary>
    public const string Still = "[still]";

    /// <summary>The label of the sound.</summary>
    public const string Sound = "[sound]";

    /// <summary>The files to open, in the order in which the graph counts them, from input 1 on.</summary>
    public static IEnumerable<MediaBackground> Inputs(Composition composition, FrameSpan span) =>
        SegmentsIn(composition, span).Select(segment => segment.Background).OfType<MediaBackground>();

    /// <summary>The pictures of a span that are laid over all else, in the order in which the graph counts them, behind the emoji.</summary>
    public static IEnumerable<ImageOverlay> Images(Composition composition, FrameSpan span) =>
        composition.Images.Where(image => ImageLayer.IsIn(image, composition, span));

    /// <summary>The graph. The span must not begin or end inside a fade.</summary>
    public static string Write(Composition composition, FrameSpan span)
    {
        var lines = Pictures(composition, span, inputsBefore: 1);
        lines.Add($"[0:a]atrim=start_sample={EncoderProfile.EncoderDelay}{Sound}");
        return string.Join(";\n", lines);
    }

    /// <summary>The graph of one frame of the span; the backgrounds' files are the inputs from 0 on.</summary>
    public static string WriteStill(Composition composition, FrameSpan span, int frame)
    {
        var lines = Pictures(composition, span, inputsBefore: 0);
        var index = frame - span.Start;
        lines.Add($"{Picture}trim=start_frame={index}:end_frame={index + 1},setpts=PTS-STARTPTS,"
            + $"scale=in_color_matrix=bt709:in_range=tv,format=rgb24{Still}");
        return string.Join(";\n", lines);
    }

    private static List<string> Pictures(Composition composition, FrameSpan span, int inputsBefore)
    {
        var lines = new List<string>();
        var segments = SegmentsIn(composition, span).ToArray();
        var input = inputsBefore - 1;
        foreach (var (index, segment) in segments.Index())
        {
            input += segment.Background is MediaBackground ? 1 : 0;
            lines.Add($"{SegmentSource.Write(segment, segment.Span.Intersect(span), index, input, composition)}[segment{index}]");
        }

        var joined = Join(segments, span, composition, lines);
        lines.AddRange(Drawn(joined, input + 1, composition, span));
        return lines;
    }

    private static IEnumerable<BackgroundSegment> SegmentsIn(Composition composition, FrameSpan span) =>
        composition.Segments.Where(segment => segment.Span.Intersect(span).Length > 0);

    private static string Join(BackgroundSegment[] segments, FrameSpan span, Composition composition, List<string> lines)
    {
        var joined = "[segment0]";
        for (var index = 1; index < segments.Length; index++)
        {
            var fade = segments[index - 1].Span.End - segments[index].Span.Start;
            var filter = fade == 0
                ? $"concat=n=2:v=1:a=0,settb=1/{composition.FrameRate},setpts=N"
                : $"xfade=transition=fade:duration={FfmpegTime.Seconds(composition.TimeOf(fade))}"
                    + $":offset={FfmpegTime.Seconds(composition.TimeOf(segments[index].Span.Start - span.Start))}";
            lines.Add($"{joined}[segment{index}]{filter}[joined{index}]");
            joined = $"[joined{index}]";
        }

        return joined;
    }

    /// <summary>
    /// Captions and emoji have the timeline's clock, so the pictures are put on it before they are drawn, and taken off it after.
    /// The matrix is named only then: captions are drawn by BT.601, see <see cref="CaptionColors"/>.
    /// </summary>
    private static IReadOnlyList<string> Drawn(string pictures, int emojiInput, Composition composition, FrameSpan span)
    {
        var toTimeline = span.Start == 0 ? "" : $"setpts=round(PTS+{FfmpegTime.Seconds(composition.TimeOf(span.Start))}/TB),";
        var fromTimeline = span.Start == 0 ? "" : "setpts=PTS-STARTPTS,";
        var captioned = $"{pictures}{toTimeline}setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=smpte170m,"
            + $"ass=filename={composition.Document}:fontsdir={WorkFiles.Fonts}";
        var finish = $"{fromTimeline}setparams=colorspace=bt709{Picture}";
        var images = Images(composition, span).ToArray();
        if (composition.Emoji is null && images.Length == 0)
        {
            return [$"{captioned},{finish}"];
        }

        List<string> lines = [$"{captioned}[captioned]"];
        var (input, top) = (emojiInput, "[captioned]");
        if (composition.Emoji is { } emoji)
        {
            // Cut to the span, for a longer track would draw the video out to its own length.
            lines.Add($"[{input}:v:0]trim=end={FfmpegTime.Seconds(composition.TimeOf(span.End))},scale=out_color_matrix=bt709:out_range=tv,format=yuva420p[emoji]");
            lines.Add($"{top}[emoji]overlay=x={emoji.X}:y={emoji.Y}:format=yuv420{(images.Length == 0 ? $",{finish}" : "[emojied]")}");
            (input, top) = (input + 1, "[emojied]");
        }

        foreach (var (index, image) in images.Index())
        {
            var isLast = index == images.Length - 1;
            var result = isLast ? $",{finish}" : $"[imaged{index}]";
            lines.AddRange(ImageLayer.Write(image, input + index, top, result, composition, span));
            top = result;
        }

        return lines;
    }
}
