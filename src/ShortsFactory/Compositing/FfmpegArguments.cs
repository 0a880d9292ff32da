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
        "-i", EncodedSound.FileName,
        .. FilterGraph.Inputs(composition, composition.Span).SelectMany(Input),
        .. Emoji(composition),
        "-filter_complex_script", WorkFiles.Graph,
        "-map", FilterGraph.Picture, "-map", "0:a:0",
        .. EncoderProfile.Picture(options),
        .. EncoderProfile.Sound,
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
    public static IReadOnlyList<string> Picture(Still still, string output) =>
    [
        .. still.Inputs().SelectMany(input => input.Seek == TimeSpan.Zero
            ? Input(input.Background)
            : ["-ss", FfmpegTime.Seconds(input.Seek), .. Input(input.Background)]),
        .. Emoji(still.Composition),
        "-filter_complex_script", WorkFiles.Graph,
        "-map", FilterGraph.Still, "-frames:v", "1", "-update", "1", "-f", "image2", output,
    ];

    /// <summary>
    /// The run that decodes the finished video's sound: as floating point, so that peaks above full scale, which a lossy codec
    /// can make, are not clipped.
    /// </summary>
    public static IReadOnlyList<string> Sound { get; } =
        ["-i", WorkFiles.Video, "-map", "0:a:0", "-c:a", "pcm_f32le", "-f", "wav", WorkFiles.DeliveredSound];

    /// <summary>Half a frame early, so that rounding never skips the frame.</summary>
    private static TimeSpan JustBefore(int frame, Composition composition) =>
        frame == 0 ? TimeSpan.Zero : composition.TimeOf(frame) - (composition.TimeOf(1) / 2);

    private static string[] Emoji(Composition composition) => composition.Emoji is null ? [] : ["-f", "apng", "-i", WorkFiles.Emoji];

    private static string[] Input(MediaBackground background) => background.File.Kind is MediaKind.Video
        ? ["-stream_loop", "-1", "-i", background.Link]
        : ["-i", background.Link];
}
