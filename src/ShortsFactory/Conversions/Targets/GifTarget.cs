namespace ShortsFactory.Conversions.Targets;

/// <summary>A gif with colours of its own, found in a first run: one run would keep all pictures in memory until its end.</summary>
internal sealed class GifTarget : ITargetFormat
{
    private const string Palette = "palette.png";

    /// <summary>A gif counts hundredths of a second: five for each picture.</summary>
    private const int Rate = 20;

    /// <summary>The shorter side of a video at most, in pixels; animations keep theirs.</summary>
    private const int Side = 540;

    public string Name => "gif";

    public TargetKind Kind => TargetKind.Video;

    public int LongestSide => 65_535;

    public IReadOnlyList<ConversionStep> Steps(Source source, Look look, string output)
    {
        var filters = Filters(source, look);
        IReadOnlyList<string> frames = source.Kind is SourceKind.Picture ? ["-frames:v", "1"] : [];
        return
        [
            ConversionStep.FfmpegAtOnce([.. source.Input, "-map", "0:v:0", "-vf", $"{filters},palettegen=stats_mode=full", .. frames, "-update", "1", "-f", "image2", Palette]),
            ConversionStep.Ffmpeg(
            [
                .. source.Input, "-i", Palette,
                "-filter_complex", $"[0:v:0]{filters}[pictures];[pictures][1:v:0]paletteuse=dither=bayer:bayer_scale=3:diff_mode=rectangle",
                "-fps_mode", "vfr", .. frames, "-map_metadata", "-1", "-loop", "0", "-f", "gif", output,
            ]),
        ];
    }

    private static string Filters(Source source, Look look) => source.Kind is SourceKind.Video || look.Frame is not null
        ? $"{VideoFilters.Write(source, look, keepAlpha: look.Frame is null, Side, Rate)},format=rgba"
        : $"{VideoFilters.Rate(source, look)}format=rgba";
}
