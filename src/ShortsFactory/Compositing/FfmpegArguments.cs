using ShortsFactory.Backgrounds;
using ShortsFactory.Media;

namespace ShortsFactory.Compositing;

/// <summary>Writes ffmpeg's arguments for a composition; file names are those of <see cref="WorkFiles"/>.</summary>
internal static class FfmpegArguments
{
    // A JPEG's colours are read by BT.601 in the full range (ITU-T T.871), and red captions need all of their chroma.
    private const string ToJpeg = "scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc,format=yuvj444p";

    /// <summary>The run that makes the finished video.</summary>
    public static IReadOnlyList<string> Write(Composition composition, CompositingOptions options) =>
    [
        "-i", WorkFiles.Master,
        .. FilterGraph.Inputs(composition, composition.Span).SelectMany(Input),
        .. Layers(composition, composition.Span),
        "-filter_complex_script", WorkFiles.Graph,
        "-map", FilterGraph.Picture, "-map", FilterGraph.Sound,
        .. EncoderProfile.Picture(options, composition.FrameRate),
        .. EncoderProfile.Sound(options),
        .. EncoderProfile.Container,
        WorkFiles.Video,
    ];

    /// <summary>
    /// The run that takes the cover picture out of the finished video. As a second output of the first run it would be free,
    /// but ffmpeg holds every raw frame before it in memory.
    /// </summary>
    public static IReadOnlyList<string> Cover(Composition composition) =>
    [
        "-ss", FfmpegTime.Seconds(JustBefore(composition.CoverFrame, composition)),
        "-i", WorkFiles.Video,
        "-map", "0:v:0", "-frames:v", "1", "-vf", ToJpeg, "-q:v", "2", "-update", "1", "-f", "image2", WorkFiles.Cover,
    ];

    /// <summary>The run that makes one picture of a composition without encoding a video, for <see cref="Still"/>.</summary>
    public static IReadOnlyList<string> Picture(Still still, string output, string graph = WorkFiles.Graph) =>
    [
        .. still.Inputs().SelectMany(Input),
        .. Layers(still.Composition, still.Span),
        "-filter_complex_script", graph,
        "-map", FilterGraph.Still, "-frames:v", "1", "-update", "1", "-f", "image2", output,
    ];

    /// <summary>The run that makes a JPEG of a picture in <see cref="WorkFiles"/>.</summary>
    public static IReadOnlyList<string> Jpeg(string picture) =>
        ["-i", picture, "-vf", "scale=out_color_matrix=bt601:out_range=pc,format=yuvj444p", "-q:v", "2", "-update", "1", "-f", "image2", WorkFiles.Cover];

    /// <summary>
    /// The run that decodes the finished video's sound: as floating point, so that peaks above full scale, which a lossy codec
    /// can make, are not clipped.
    /// </summary>
    public static IReadOnlyList<string> Sound { get; } =
        ["-i", WorkFiles.Video, "-map", "0:a:0", "-c:a", "pcm_f32le", "-f", "wav", WorkFiles.DeliveredSound];

    /// <summary>Half a frame early, so that rounding never skips the frame.</summary>
    private static TimeSpan JustBefore(int frame, Composition composition) =>
        frame == 0 ? TimeSpan.Zero : composition.TimeOf(frame) - (composition.TimeOf(1) / 2);

    /// <summary>What is laid over the captions, in the order in which the graph counts it.</summary>
    private static IEnumerable<string> Layers(Composition composition, FrameSpan span) =>
    [
        .. composition.Emoji is null ? [] : (string[])["-f", "apng", "-i", WorkFiles.Emoji],
        .. FilterGraph.Images(composition, span).SelectMany(image => (string[])["-i", WorkFiles.Image(composition, image)]),
    ];

    /// <summary>A video from where it begins, again and again unless it has a length. Photographs are turned by the graph.</summary>
    private static string[] Input(MediaBackground background) =>
    [
        .. background is { Moves: true, Length: null } ? ["-stream_loop", "-1"] : (string[])[],
        .. background.From > TimeSpan.Zero ? ["-ss", FfmpegTime.Seconds(background.From)] : (string[])[],
        .. background.Moves ? [] : (string[])["-noautorotate"],
        .. background.Length is { } length ? ["-t", FfmpegTime.Seconds(length)] : (string[])[],
        .. background.File.Decoder is { } decoder ? ["-c:v", decoder] : (string[])[],
        "-i", background.Link,
    ];
}
