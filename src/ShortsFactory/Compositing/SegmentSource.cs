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

    /// <summary>The longest pass that is kept in memory instead of being opened again and again.</summary>
    private static readonly TimeSpan ShortPass = TimeSpan.FromSeconds(1);

    /// <summary>The files to open for the frames <paramref name="shown"/> of a segment, in the order in which <see cref="Write"/> counts them.</summary>
    public static IEnumerable<SourceInput> Inputs(BackgroundSegment segment, FrameSpan shown, int rate) => segment.Background switch
    {
        MediaBackground { File.Kind: MediaKind.Video } video when !IsShort(video.File, rate) =>
            FootagePiece.Of(video.File, shown.Start - segment.Span.Start, shown.Length, rate).Select(piece => new SourceInput(video, piece.Seek)),
        MediaBackground media => [new SourceInput(media, TimeSpan.Zero)],
        _ => [],
    };

    /// <summary>The chains for the frames <paramref name="shown"/> of the composition's segment <paramref name="index"/>, whose first file is <paramref name="input"/>.</summary>
    public static IEnumerable<string> Write(Composition composition, int index, FrameSpan shown, int input, string label)
    {
        var (segment, rate) = (composition.Segments[index], composition.FrameRate);
        var skipped = shown.Start - segment.Span.Start;
        return segment.Background switch
        {
            GeneratedBackground generated => [Generated(generated.Preset, skipped, shown.Length, rate) + label],
            ColorBackground color =>
                [$"color=color=0x{color.Color}:size=16x16,format=rgb24,scale={Size}:{ToDelivery},{Still(rate)},{Cut(0, shown.Length)}{label}"],
            MediaBackground { File.Kind: MediaKind.Video } video when IsShort(video.File, rate) => [Repeated(video.File, skipped, shown.Length, input, rate) + label],
            MediaBackground { File.Kind: MediaKind.Video } video =>
                Pieces(video.File, [.. FootagePiece.Of(video.File, skipped, shown.Length, rate)], input, rate, label),
            MediaBackground =>
            [
                $"[{input}:v:0]{Fill}:{ToDelivery},crop={Size},{Still(rate)},"
                    + $"{Cut(skipped, shown.Length)},{Zoom(segment.Span.Length, skipped, rate, outwards: index % 2 == 1)}{label}",
            ],
            _ => throw new ArgumentException($"'{segment.Background}' is not known here.", nameof(composition)),
        };
    }

    /// <summary>The light's clock begins with its segment, so that an edit before it does not change it.</summary>
    private static string Generated(GeneratedPreset preset, int skipped, int length, int rate)
    {
        var (seconds, frames) = Math.DivRem(skipped, rate);
        return PresetFilter.Write(preset, Size, rate, TimeSpan.FromSeconds(seconds), Cut(frames, length));
    }

    private static IEnumerable<string> Pieces(MediaFile file, IReadOnlyList<FootagePiece> pieces, int input, int rate, string label)
    {
        if (pieces is [var only])
        {
            return [$"[{input}:v:0]{Frames(only, rate)},{Moving(file)}{label}"];
        }

        var name = label.Trim('[', ']');
        return
        [
            .. pieces.Select((piece, number) => $"[{input + number}:v:0]{Frames(piece, rate)},{Moving(file)}[{name}-{number}]"),
            $"{string.Concat(pieces.Select((_, number) => $"[{name}-{number}]"))}concat=n={pieces.Count}:v=1:a=0{label}",
        ];
    }

    private static string Repeated(MediaFile file, int skipped, int length, int input, int rate)
    {
        var pass = FootagePiece.PassOf(file, rate);
        return $"[{input}:v:0]{Frames(new FootagePiece(TimeSpan.Zero, 0, pass), rate)},{Moving(file)},"
            + $"loop=loop=-1:size={pass},settb=1/{rate},setpts=N,{Cut(skipped % pass, length)}";
    }

    private static bool IsShort(MediaFile file, int rate) => FootagePiece.PassOf(file, rate) <= ShortPass.TotalSeconds * rate;

    /// <summary>
    /// The frames of a piece, at the video's rate whatever the file's is, before any costly filter. The clock begins where the file was
    /// opened; should pictures be missing at the end, the last one stays.
    /// </summary>
    private static string Frames(FootagePiece piece, int rate) =>
        $"fps={rate}:start_time=0,tpad=stop=-1:stop_mode=clone,{Cut(piece.Skip, piece.Length)}";

    /// <summary>Scales so that nothing of the picture stays bare.</summary>
    private static string Fill => $"scale={Size}:force_original_aspect_ratio=increase";

    private static string Moving(MediaFile file)
    {
        var isUnnamed709 = !file.NamesColorMatrix && Math.Min(file.Width, file.Height) >= HighDefinition;
        var matrix = isUnnamed709 ? ":in_color_matrix=bt709" : "";
        return file.HighDynamicRange
            ? $"{Middle(file)}{Fill},crop={Size},{ToneMap},format=yuv420p,setsar=1"
            : $"{Middle(file)}{Fill}:{ToDelivery}{matrix},crop={Size},format=yuv420p,setsar=1";
    }

    /// <summary>
    /// Of a picture that is much too wide, a little more than what is shown: the rest would be scaled, which is dear, and then thrown away.
    /// </summary>
    private static string Middle(MediaFile file)
    {
        const int Margin = 16;
        const double Worthwhile = 0.9;
        var width = (2 * (int)Math.Ceiling((double)file.Height * Composition.Width / Composition.Height / 2)) + Margin;
        return width < Worthwhile * file.Width ? string.Create(CultureInfo.InvariantCulture, $"crop={width}:{file.Height},") : "";
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

    private static string Cut(int skipped, int length) => skipped == 0
        ? $"trim=end_frame={length}"
        : $"trim=start_frame={skipped}:end_frame={skipped + length},setpts=PTS-STARTPTS";
}
