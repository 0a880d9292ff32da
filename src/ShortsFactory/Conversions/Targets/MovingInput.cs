using ShortsFactory.Media;

namespace ShortsFactory.Conversions.Targets;

/// <summary>How ffmpeg opens a source whose pictures move in the result.</summary>
internal static class MovingInput
{
    private const string PictureRate = "30";

    /// <summary>The arguments; a single picture is shown for a while.</summary>
    public static IReadOnlyList<string> Arguments(Source source, Look look) => source.Kind is SourceKind.Picture
        ? ["-loop", "1", "-framerate", PictureRate, .. source.Input, "-t", FfmpegTime.Seconds(look.PictureDuration)]
        : source.Input;

    /// <summary>How long the result is; zero if nobody knows.</summary>
    public static TimeSpan Duration(Source source, Look look) => source.Kind is SourceKind.Picture ? look.PictureDuration : source.Media.Duration;
}
