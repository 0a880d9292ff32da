using System.Globalization;
using ShortsFactory.Backgrounds;
using ShortsFactory.Media;

namespace ShortsFactory.Compositing;

/// <summary>Writes the filters that give one segment its frames: exact in number, of full size, YUV 4:2:0 in BT.709.</summary>
internal static class SegmentSource
{
    private const string ToDelivery = "out_color_matrix=bt709:out_range=tv";

    /// <summary>The longest pass that is kept in memory instead of being opened again and again.</summary>
    private static readonly TimeSpan ShortPass = TimeSpan.FromSeconds(1);

    /// <summary>The files to open for the frames <paramref name="shown"/> of a segment, in the order in which <see cref="Write"/> counts them.</summary>
    public static IEnumerable<SourceInput> Inputs(BackgroundSegment segment, FrameSpan shown, int rate) => segment.Background switch
    {
        MediaBackground { Moves: true } video when !IsShort(video, rate) =>
            FootagePiece.Of(video, shown.Start - segment.Span.Start, shown.Length, rate).Select(piece => new SourceInput(video, piece.Seek)),
        MediaBackground { Moves: true } video => [new SourceInput(video, WholePass(video, rate).Seek)],
        MediaBackground picture => [new SourceInput(picture, TimeSpan.Zero)],
        _ => [],
    };

    /// <summary>The chains for the frames <paramref name="shown"/> of the composition's segment <paramref name="index"/>, whose first file is <paramref name="input"/>.</summary>
    public static IEnumerable<string> Write(Composition composition, int index, FrameSpan shown, int input, string label)
    {
        var (segment, rate) = (composition.Segments[index], composition.FrameRate);
        var skipped = shown.Start - segment.Span.Start;
        return segment.Background switch
        {
            GeneratedBackground generated => [Generated(generated.Preset, skipped, shown.Length, composition) + label],
            ColorBackground color =>
            [
                $"color=color=0x{color.Color}:size=16x16,format=rgb24,scale={composition.Width}:{composition.Height}:{ToDelivery},"
                    + $"{Still(rate)},{Cut(0, shown.Length)}{label}",
            ],
            MediaBackground { Moves: true } video when IsShort(video, rate) => [Repeated(video, skipped, shown.Length, input, composition, label)],
            MediaBackground { Moves: true } video =>
                Pieces(video, [.. FootagePiece.Of(video, skipped, shown.Length, rate)], input, composition, label),
            MediaBackground picture =>
                [Photograph(picture, new StillMotion(picture, index, segment.Span.Length, composition), input, rate, skipped, shown.Length, label)],
            _ => throw new ArgumentException($"'{segment.Background}' is not known here.", nameof(composition)),
        };
    }

    /// <summary>The chain for a piece of a video file, without a label; <paramref name="name"/> tells the labels in it from others.</summary>
    public static string Piece(MediaBackground video, FootagePiece piece, int input, Composition composition, string name = "shared") =>
        $"[{input}:v:0]{Frames(video, piece, composition.FrameRate)},{Moving(video, name, composition)}";

    /// <summary>The pieces that some frames of a segment show; none if they are shown in another way.</summary>
    public static IReadOnlyList<FootagePiece> PiecesOf(MediaBackground background, int skipped, int length, int rate) =>
        background.Moves && !IsShort(background, rate) ? [.. FootagePiece.Of(background, skipped, length, rate)] : [];

    /// <summary>The light's clock begins with its segment, so that an edit before it does not change it.</summary>
    private static string Generated(GeneratedPreset preset, int skipped, int length, Composition composition)
    {
        var (seconds, frames) = Math.DivRem(skipped, composition.FrameRate);
        return PresetFilter.Write(
            preset, composition.Width, composition.Height, composition.FrameRate, TimeSpan.FromSeconds(seconds), Cut(frames, length));
    }

    private static IEnumerable<string> Pieces(MediaBackground video, IReadOnlyList<FootagePiece> pieces, int input, Composition composition, string label)
    {
        var name = NameOf(label);
        if (pieces is [var only])
        {
            return [Piece(video, only, input, composition, name) + label];
        }

        return
        [
            .. pieces.Select((piece, number) => $"{Piece(video, piece, input + number, composition, $"{name}-{number}")}[{name}-{number}]"),
            $"{string.Concat(pieces.Select((_, number) => $"[{name}-{number}]"))}concat=n={pieces.Count}:v=1:a=0{label}",
        ];
    }

    private static string Repeated(MediaBackground video, int skipped, int length, int input, Composition composition, string label)
    {
        var (rate, piece) = (composition.FrameRate, WholePass(video, composition.FrameRate));
        return $"[{input}:v:0]{Frames(video, piece, rate)},{Moving(video, NameOf(label), composition)},"
            + $"loop=loop=-1:size={piece.Length},settb=1/{rate},setpts=N,{Cut(skipped % piece.Length, length)}{label}";
    }

    private static string Photograph(MediaBackground picture, StillMotion motion, int input, int rate, int skipped, int length, string label)
    {
        var moved = motion.Write(skipped);
        return $"[{input}:v:0]{PhotoOrientation.Filters(picture.File.Orientation)}{FrameFill.Write(picture, NameOf(label), motion.Width, motion.Height)},"
            + $"{Still(rate)},{Cut(skipped, length)}{(moved.Length > 0 ? "," : "")}{moved}{label}";
    }

    private static FootagePiece WholePass(MediaBackground video, int rate) => FootagePiece.Of(video, 0, FootagePiece.PassOf(video, rate), rate).First();

    private static bool IsShort(MediaBackground video, int rate) => video.Loops && FootagePiece.PassOf(video, rate) <= ShortPass.TotalSeconds * rate;

    private static string NameOf(string label) => label.Trim('[', ']');

    /// <summary>
    /// The frames of a piece, at the video's rate whatever the file's is, before any costly filter. The clock begins where the file was
    /// opened; should pictures be missing at the end, the last one stays.
    /// </summary>
    private static string Frames(MediaBackground video, FootagePiece piece, int rate) => video.From == TimeSpan.Zero && video.Speed == 1 && video.Loops
        ? $"fps={rate}:start_time=0,tpad=stop=-1:stop_mode=clone,{Cut(piece.First - ((int)piece.Seek.TotalSeconds * rate), piece.Length)}"
        : FramesOfPart(video, piece, rate);

    /// <summary>The same on the clock of the pass, which begins where the part does and runs at the video's speed.</summary>
    private static string FramesOfPart(MediaBackground video, FootagePiece piece, int rate)
    {
        var clock = string.Create(CultureInfo.InvariantCulture, $"setpts=round((PTS+({FfmpegTime.Seconds(piece.Seek - video.From)})/TB)/{video.Speed:0.####})");
        var start = string.Create(CultureInfo.InvariantCulture, $"{(double)piece.First / rate:0.######}");
        var end = piece.Moving < piece.Length ? $"trim=end_frame={piece.Moving}," : "";
        return $"{clock},fps={rate}:start_time={start},{end}tpad=stop=-1:stop_mode=clone,trim=end_frame={piece.Length},setpts=PTS-STARTPTS";
    }

    private static string Moving(MediaBackground video, string name, Composition composition) =>
        $"{FrameFill.Write(video, name, composition.Width, composition.Height)},format=yuv420p,setsar=1";

    /// <summary>One frame without end; it is decoded and scaled once.</summary>
    private static string Still(int rate) => $"format=yuv420p,loop=loop=-1:size=1,settb=1/{rate},setpts=N,fps={rate},setsar=1";

    /// <summary>Frames out of the middle, on a clock that begins with the first of them.</summary>
    public static string Cut(int skipped, int length) => skipped == 0
        ? $"trim=end_frame={length}"
        : $"trim=start_frame={skipped}:end_frame={skipped + length},setpts=PTS-STARTPTS";
}
