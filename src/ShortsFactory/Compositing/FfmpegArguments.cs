using ShortsFactory.Compositing.Encoders;
using ShortsFactory.Media;

namespace ShortsFactory.Compositing;

/// <summary>Writes ffmpeg's arguments for a composition; file names are those of <see cref="WorkFiles"/>.</summary>
internal static class FfmpegArguments
{
    /// <summary>The label of pictures that are on the encoder's device.</summary>
    public const string Uploaded = "[uploaded]";

    // A JPEG's colours are read by BT.601 in the full range (ITU-T T.871), and red captions need all of their chroma.
    private const string ToJpeg = "scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc,format=yuvj444p";

    /// <summary>The run that makes a span's pictures.</summary>
    public static IReadOnlyList<string> Pictures(Composition composition, FrameSpan span, IVideoEncoder encoder, CompositingOptions options) =>
    [
        .. encoder.Device,
        .. FilterGraph.Inputs(composition, span).SelectMany(Input),
        .. Layers(composition, span),
        "-filter_complex_script", WorkFiles.Graph,
        "-map", encoder.Upload.Length == 0 ? FilterGraph.Picture(composition) : Uploaded,
        .. Part(composition, span, encoder, options),
    ];

    /// <summary>
    /// The run that makes the pictures of several spans, into a file each, that share footage. Its first output is none: it counts the pictures of the footage,
    /// for ffmpeg tells its progress by the first.
    /// </summary>
    public static IReadOnlyList<string> Pictures(
        IReadOnlyList<SourceInput> footage, IReadOnlyList<(Composition Composition, FrameSpan Span)> parts, IVideoEncoder encoder, CompositingOptions options) =>
    [
        .. footage.SelectMany(Input),
        .. parts.SelectMany(part => Layers(part.Composition, part.Span)),
        "-filter_complex_script", WorkFiles.Graph,
        "-map", SharedFootage.Count, "-f", "null", "-",
        .. parts.SelectMany(part => (string[])["-map", FilterGraph.Picture(part.Composition), .. Part(part.Composition, part.Span, encoder, options)]),
    ];

    /// <summary>The run that puts finished pictures and sound into the delivered file, as they are.</summary>
    public static IReadOnlyList<string> Join(VideoCodec codec) =>
    [
        "-f", "concat", "-i", WorkFiles.List, "-i", EncodedSound.FileName,
        "-map", "0:v:0", "-map", "1:a:0", "-c", "copy",
        .. EncoderProfile.Tag(codec),
        .. EncoderProfile.Container,
        WorkFiles.Video,
    ];

    /// <summary>The run that takes the cover picture out of finished pictures, of which it is the <paramref name="frame"/>th.</summary>
    public static IReadOnlyList<string> Cover(Composition composition, int frame) =>
    [
        "-ss", FfmpegTime.Seconds(JustBefore(frame, composition)),
        "-i", WorkFiles.Pictures,
        "-map", "0:v:0", "-frames:v", "1", "-vf", ToJpeg, "-q:v", "2", "-update", "1", "-f", "image2", WorkFiles.Cover,
    ];

    /// <summary>The run that makes one picture of a composition without encoding a video, for <see cref="Still"/>.</summary>
    public static IReadOnlyList<string> Picture(Still still, string output) =>
    [
        .. still.Inputs().SelectMany(Input),
        .. Layers(still.Composition, still.Span),
        "-filter_complex_script", WorkFiles.Graph,
        "-map", FilterGraph.Still, "-frames:v", "1", "-update", "1", "-f", "image2", output,
    ];

    /// <summary>The run that makes a JPEG of a picture in <see cref="WorkFiles"/>.</summary>
    public static IReadOnlyList<string> Jpeg(string picture) =>
        ["-i", picture, "-vf", "scale=out_color_matrix=bt601:out_range=pc,format=yuvj444p", "-q:v", "2", "-update", "1", "-f", "image2", WorkFiles.Cover];

    private static IEnumerable<string> Part(Composition composition, FrameSpan span, IVideoEncoder encoder, CompositingOptions options) =>
    [
        .. encoder.Arguments(EncoderProfile.Settings(options, span.Length, composition.FrameRate)),
        .. EncoderProfile.Colors,
        .. EncoderProfile.Tag(encoder.Codec),
        .. EncoderProfile.Part,
        WorkFiles.Of(WorkFiles.Pictures, composition.Label),
    ];

    /// <summary>Half a frame early, so that rounding never skips the frame.</summary>
    private static TimeSpan JustBefore(int frame, Composition composition) =>
        frame == 0 ? TimeSpan.Zero : composition.TimeOf(frame) - (composition.TimeOf(1) / 2);

    /// <summary>What is laid over the captions, in the order in which the graph counts it.</summary>
    private static IEnumerable<string> Layers(Composition composition, FrameSpan span) =>
    [
        .. composition.Emoji is null ? [] : (string[])["-f", "apng", "-i", WorkFiles.Of(WorkFiles.Emoji, composition.Label)],
        .. FilterGraph.Images(composition, span).SelectMany(image => (string[])["-i", WorkFiles.Image(composition, image)]),
    ];

    /// <summary>
    /// From the key picture before, without leaving any out: the graph needs the last one before the first that is shown.
    /// Photographs are turned by the graph.
    /// </summary>
    private static string[] Input(SourceInput input) =>
    [
        .. input.Background.Moves ? [] : (string[])["-noautorotate"],
        .. input.Seek == TimeSpan.Zero ? [] : (string[])["-noaccurate_seek", "-ss", FfmpegTime.Seconds(input.Seek)],
        .. input.Background.File.Decoder is { } decoder ? ["-c:v", decoder] : (string[])[],
        "-i", input.Background.Link,
    ];
}
