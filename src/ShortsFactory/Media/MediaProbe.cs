using System.Text.Json;
using FFMpegCore;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Media;

/// <summary>Finds out what a media file is, with ffprobe.</summary>
internal sealed class MediaProbe(Ffmpeg ffmpeg)
{
    private const int QuarterTurn = 90;
    private const string AdviceOnFormats = "Open it in a player to see whether it is whole; mp4, mov, webm, jpg and png are safe choices.";

    /// <summary>How the names of pixel formats with transparency begin; a palette may hold some.</summary>
    private static readonly string[] AlphaFormats = ["yuva", "rgba", "bgra", "argb", "abgr", "gbrap", "ya8", "ya16", "pal8"];

    /// <summary>Looks at a file; <paramref name="link"/> is another name of it, for names that ffprobe would read as a pattern.</summary>
    /// <exception cref="InvalidInputException">The file is no media, or is broken.</exception>
    public async Task<MediaFile> ProbeAsync(string path, ResourceScope scope, CancellationToken cancellationToken, string? link = null)
    {
        try
        {
            var result = await scope.RunAsync(ffmpeg.Probe(link ?? path), cancellationToken).ConfigureAwait(false);
            return Describe(path, FFProbe.FromJson(result.StandardOutput))
                ?? throw new InvalidInputException("it holds neither pictures nor sound.", path) { Advice = AdviceOnFormats };
        }
        catch (Exception exception) when (exception is ProcessFailedException or JsonException)
        {
            throw new InvalidInputException("it is not a video, picture or sound that ffmpeg can read, or it is broken.", path, innerException: exception)
            {
                Advice = AdviceOnFormats,
            };
        }
    }

    internal static MediaFile? Describe(string path, IMediaAnalysis analysis)
    {
        var video = analysis.VideoStreams.FirstOrDefault(stream => !IsCoverPicture(stream));
        if (video is null)
        {
            return analysis.AudioStreams.Count > 0
                ? new MediaFile { Path = path, Kind = MediaKind.Audio, Duration = analysis.Duration, HasSound = true }
                : null;
        }

        var isImage = IsImage(analysis.Format.FormatName);
        var isTurned = Math.Abs(video.Rotation) % (2 * QuarterTurn) == QuarterTurn;
        var (width, height) = (video.Width ?? 0, video.Height ?? 0);
        return new MediaFile
        {
            Path = path,
            Kind = isImage ? MediaKind.Image : MediaKind.Video,
            Duration = isImage ? TimeSpan.Zero : Longest(video.Duration, analysis.Duration),
            Width = isTurned ? height : width,
            Height = isTurned ? width : height,
            FramesPerSecond = isImage ? 0 : video.AverageFrameRate,
            Codec = video.CodecName ?? "",
            Bitrate = video.BitRate ?? 0,
            HasSound = analysis.AudioStreams.Count > 0,
            CanLoop = analysis.Format.FormatName is not ("mpegts" or "avi"),
            NamesColorMatrix = video.ColorSpace is not (null or "" or "unknown"),
            HighDynamicRange = video.ColorTransfer is "smpte2084" or "arib-std-b67",
            HasAlpha = HasAlpha(video),
            Decoder = SeesAlpha(video) ? null : $"libvpx{(video.CodecName is "vp9" ? "-vp9" : "")}",
        };
    }

    private static bool HasAlpha(VideoStream stream) => !SeesAlpha(stream) || AlphaFormats.Any(format => stream.PixelFormat?.StartsWith(format, StringComparison.Ordinal) is true);

    /// <summary>WebM keeps transparency beside the picture, and only these decoders look for it.</summary>
    private static bool SeesAlpha(VideoStream stream) =>
        stream.CodecName is not ("vp8" or "vp9") || stream.Tags is not { } tags || !tags.Any(tag => tag is { Key: "alpha_mode" or "ALPHA_MODE", Value: "1" });

    private static TimeSpan Longest(TimeSpan stream, TimeSpan container) => stream > TimeSpan.Zero ? stream : container;

    // Single pictures are read by 'image2' or by one of 'png_pipe', 'jpeg_pipe' and their like.
    private static bool IsImage(string format) =>
        format.StartsWith("image2", StringComparison.Ordinal) || format.EndsWith("_pipe", StringComparison.Ordinal);

    private static bool IsCoverPicture(VideoStream stream) =>
        stream.Disposition is { } disposition && disposition.TryGetValue("attached_pic", out var isCover) && isCover;
}
