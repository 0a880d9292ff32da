using System.Globalization;
using ShortsFactory.Backgrounds;
using ShortsFactory.Media;

namespace ShortsFactory.Compositing;

/// <summary>Writes the filters that give one segment its frames: exact in number, of full size, YUV 4:2:0 in BT.709.</summary>
internal static class SegmentSource
{
    /// <summary>How much of a still's width and height is out of view at the near end of its zoom, for each second that it is shown.</summary>
    private const double ZoomPerSecond = 0.012;

    private const double LargestZoom = 0.12;

    /// <summary>The shorter side from which on a video that names no matrix is taken for BT.709 instead of BT.601.</summary>
    private const int HighDefinition = 720;

    private const string ToDelivery = "out_color_matrix=bt709:out_range=tv";

    /// <summary>Brings high dynamic range (ITU-R BT.2100, whose white for graphics is 203 cd/m2) down to BT.709.</summary>
    private const string ToneMap =
        "zscale=transfer=linear:npl=203,format=gbrpf32le,zscale=primaries=bt709,tonemap=tonemap=hable:desat=0,"
        + "zscale=transfer=bt709:matrix=bt709:range=tv";

    private static readonly string Size = $"{Composition.Width}:{Composition.Height}";

    /// <summary>The filters for the frames <paramref name="shown"/> of a segment that is the composition's <paramref name="index"/>th.</summary>
    public static string Write(BackgroundSegment segment, FrameSpan shown, int index, int input, Composition composition)
    {
        var rate = composition.FrameRate;
        var skipped = shown.Start - segment.Span.Start;
        return segment.Background switch
        {
            GeneratedBackground generated =>
                $"{PresetFilter.Write(generated.Preset, Size, rate, composition.TimeOf(shown.Start))},{Cut(0, shown)}",
            ColorBackground color =>
                $"color=color=0x{color.Color}:size=16x16,format=rgb24,scale={Size}:{ToDelivery},{Still(rate)},{Cut(0, shown)}",
            MediaBackground { File.Kind: MediaKind.Video } video =>
                $"[{input}:v:0]{Moving(video.File, rate)},{Cut(skipped, shown)}",
            MediaBackground =>
                $"[{input}:v:0]{Fill}:{ToDelivery},crop={Size},{Still(rate)},"
                + $"{Cut(skipped, shown)},{Zoom(segment.Span.Length, skipped, rate, outwards: index % 2 == 1)}",
            _ => throw new ArgumentException($"'{segment.Background}' is not known here.", nameof(segment)),
        };
    }

    /// <summary>Scales so that nothing of the picture stays bare.</summary>
    private static string Fill => $"scale={Size}:force_original_aspect_ratio=increase";

    private static string Moving(MediaFile file, int rate)
    {
        // A rate is lowered before the costly filters and raised behind them.
        var (before, after) = file.FramesPerSecond > rate ? ($"fps={rate},", "") : ("", $",fps={rate}");
        var isUnnamed709 = !file.NamesColorMatrix && Math.Min(file.Width, file.Height) >= HighDefinition;
        var matrix = isUnnamed709 ? ":in_color_matrix=bt709" : "";
        return file.HighDynamicRange
            ? $"{before}{Fill},crop={Size},{ToneMap},format=yuv420p,setsar=1{after}"
            : $"{before}{Fill}:{ToDelivery}{matrix},crop={Size},format=yuv420p,setsar=1{after}";
    }

    /// <summary>One frame without end; it is decoded and scaled once.</summary>
    private static string Still(int rate) => $"format=yuv420p,loop=loop=-1:size=1,settb=1/{rate},setpts=N,fps={rate},setsar=1";

    /// <summary>
    /// Zooms slowly and evenly into a still, or out of it. The perspective filter reads between pixels; zoompan and scale know
    /// whole pixels only, which makes a slow zoom tremble.
    /// </summary>
    private static string Zoom(int frames, int skipped, int rate, bool outwards)
    {
        var now = skipped == 0 ? "on" : $"(on+{skipped})";
        var margin = Math.Min(LargestZoom, ZoomPerSecond * frames / rate) / 2;
        var near = outwards ? $"(1-{now}/{frames})" : $"{now}/{frames}";
        var left = string.Create(CultureInfo.InvariantCulture, $"W*{margin:0.#####}*{near}");
        var top = string.Create(CultureInfo.InvariantCulture, $"H*{margin:0.#####}*{near}");
        return $"perspective=x0='{left}':y0='{top}':x1='W-{left}':y1='{top}':x2='{left}':y2='H-{top}':x3='W-{left}':y3='H-{top}':eval=frame";
    }

    private static string Cut(int skipped, FrameSpan shown) => skipped == 0
        ? $"trim=end_frame={shown.Length}"
        : $"trim=start_frame={skipped}:end_frame={skipped + shown.Length},setpts=PTS-STARTPTS";
}
