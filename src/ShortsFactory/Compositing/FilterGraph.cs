using ShortsFactory.Captions;
using ShortsFactory.Compositing.Overlays;
using ShortsFactory.Media;

namespace ShortsFactory.Compositing;

/// <summary>
/// Writes ffmpeg's filter graph for a span of a composition: each background cut to its frames, faded into the next,
/// captions drawn on top. The backgrounds' files are the inputs from 0 on, then the emoji, and pictures that are laid over all come last.
/// </summary>
internal static class FilterGraph
{
    /// <summary>The label of a single picture.</summary>
    public const string Still = "[still]";

    /// <summary>A clock that counts frames of every usual rate, and halves of milliseconds, in whole numbers.</summary>
    private const int FineClock = 90_000;

    private static readonly TimeSpan HalfMillisecond = TimeSpan.FromMilliseconds(0.5);

    /// <summary>The label of the pictures.</summary>
    public static string Picture(Composition composition) => $"[picture{composition.Label}]";

    /// <summary>The files to open, in the order in which the graph counts them.</summary>
    public static IEnumerable<SourceInput> Inputs(Composition composition, FrameSpan span) =>
        SegmentsIn(composition, span).SelectMany(part => SegmentSource.Inputs(part.Segment, part.Segment.Span.Intersect(span), composition.FrameRate));

    /// <summary>The pictures of a span that are laid over all else, in the order in which the graph counts them, behind the emoji.</summary>
    public static IEnumerable<ImageOverlay> Images(Composition composition, FrameSpan span) =>
        composition.Images.Where(image => ImageLayer.IsIn(image, composition, span));

    /// <summary>The graph. The span must not begin or end inside a fade.</summary>
    public static string Write(Composition composition, FrameSpan span) => string.Join(";\n", Pictures(composition, span));

    /// <summary>The graph of one frame of the span.</summary>
    public static string WriteStill(Composition composition, FrameSpan span, int frame)
    {
        var lines = Pictures(composition, span);
        var index = frame - span.Start;
        lines.Add($"{Picture(composition)}trim=start_frame={index}:end_frame={index + 1},setpts=PTS-STARTPTS,"
            + $"scale=in_color_matrix=bt709:in_range=tv,format=rgb24{Still}");
        return string.Join(";\n", lines);
    }

    private static List<string> Pictures(Composition composition, FrameSpan span)
    {
        var lines = new List<string>();
        var parts = SegmentsIn(composition, span).ToArray();
        var input = 0;
        foreach (var (number, (index, segment)) in parts.Index())
        {
            var shown = segment.Span.Intersect(span);
            lines.AddRange(SegmentSource.Write(composition, index, shown, input, $"[segment{number}]"));
            input += SegmentSource.Inputs(segment, shown, composition.FrameRate).Count();
        }

        var joined = Join([.. parts.Select(part => part.Segment)], span, composition, lines);
        lines.AddRange(Draw(joined, input, composition, span));
        return lines;
    }

    private static IEnumerable<(int Index, BackgroundSegment Segment)> SegmentsIn(Composition composition, FrameSpan span) =>
        composition.Segments.Index().Where(part => part.Item.Span.Intersect(span).Length > 0);

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
    /// The graph of what is drawn on a span's finished background, which has the label <paramref name="pictures"/>, where the emoji are input <paramref name="emojiInput"/>.
    /// Captions and emoji have a clock of their own, the timeline's unless the composition says another, so the pictures are put on it before
    /// they are drawn, and taken off it after; half a millisecond late, for libass counts whole ones and rounding shall not cost one.
    /// The matrix is named only then: captions are drawn by BT.601, see <see cref="CaptionColors"/>.
    /// </summary>
    public static IReadOnlyList<string> Draw(string pictures, int emojiInput, Composition composition, FrameSpan span)
    {
        var start = composition.CaptionClock ?? composition.TimeOf(span.Start);
        var captioned = $"{pictures}settb=1/{FineClock},setpts=round(PTS+{FfmpegTime.Seconds(start + HalfMillisecond)}/TB),"
            + $"setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=smpte170m,ass=filename={composition.Document}:fontsdir={WorkFiles.Fonts}";
        var finish = $"setpts=PTS-STARTPTS,setparams=colorspace=bt709{Picture(composition)}";
        var label = composition.Label;
        var images = Images(composition, span).ToArray();
        if (composition.Emoji is null && images.Length == 0)
        {
            return [$"{captioned},{finish}"];
        }

        List<string> lines = [$"{captioned}[captioned{label}]"];
        var (input, top) = (emojiInput, $"[captioned{label}]");
        if (composition.Emoji is { } emoji)
        {
            // Cut behind the last frame, for each picture of them that came later would draw the video out by a frame.
            var (last, toClock) = composition.CaptionClock is { } clock
                ? (composition.TimeOf(span.Length - 1), $"setpts=round(PTS+{FfmpegTime.Seconds(clock)}/TB),")
                : (composition.TimeOf(span.End - 1), "");
            lines.Add($"[{input}:v:0]trim=end={FfmpegTime.Seconds(last + HalfMillisecond)},{toClock}scale=out_color_matrix=bt709:out_range=tv,format=yuva420p[emoji{label}]");
            lines.Add($"{top}[emoji{label}]overlay=x={emoji.X}:y={emoji.Y}:format=yuv420{(images.Length == 0 ? $",{finish}" : $"[emojied{label}]")}");
            (input, top) = (input + 1, $"[emojied{label}]");
        }

        foreach (var (index, image) in images.Index())
        {
            var result = index == images.Length - 1 ? $",{finish}" : $"[imaged{index}{label}]";
            lines.AddRange(ImageLayer.Write(image, input + index, top, result, composition, span));
            top = result;
        }

        return lines;
    }
}
