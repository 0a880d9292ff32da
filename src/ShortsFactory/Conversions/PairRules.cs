using ShortsFactory.Conversions.Targets;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Conversions;

/// <summary>Which sources can become which formats.</summary>
internal static class PairRules
{
    /// <summary>Refuses what makes no sense.</summary>
    /// <exception cref="InvalidInputException">It does not; the message says why, and what to do.</exception>
    public static void Check(Source source, ITargetFormat target, Look look, ConversionOptions options)
    {
        if (Refusal(source, target, look, options) is { } refusal)
        {
            throw new InvalidInputException($"{refusal.Message}", source.Path) { Advice = refusal.Advice };
        }
    }

    private static (string Message, string Advice)? Refusal(Source source, ITargetFormat target, Look look, ConversionOptions options) => (source.Kind, target.Kind) switch
    {
        (SourceKind.Sound, TargetKind.Video) => ($"it is sound alone, of which no {target.Name} can be made.", "'shorts make FILE' makes a captioned video of a voice-over."),
        (SourceKind.Sound, TargetKind.Picture) => ($"it is sound alone, of which no {target.Name} can be made.", "Choose wav, m4a or mp3."),
        (not SourceKind.Sound, TargetKind.Sound) when !source.Media.HasSound => ($"it is {source.Noun} without sound, of which no {target.Name} can be made.", "Choose a format of pictures: mp4, webm, gif, jpg, png or webp."),
        (not SourceKind.Picture, TargetKind.Video) when target is GifTarget && source.Media.Duration > options.GifLimit =>
            ($"it is {source.Media.Duration.TotalSeconds:0} s long, and gifs may have {options.GifLimit.TotalSeconds:0} s (Conversions:GifLimit).", "Choose mp4 or webm, cut it before, or raise the limit."),
        (SourceKind.Video or SourceKind.Animation, TargetKind.Picture) when look.At is { } at && source.Media.Duration > TimeSpan.Zero && at >= source.Media.Duration =>
            ($"--at is {at.TotalSeconds:0.###} s, but it is only {source.Media.Duration.TotalSeconds:0.##} s long.", "Give an earlier moment."),
        (not SourceKind.Sound, not TargetKind.Sound) when look.Frame is null && look.PictureSide is null && target.LongestSide > 0 && Math.Max(source.Media.Width, source.Media.Height) > target.LongestSide =>
            ($"it is {source.Media.Width}x{source.Media.Height} pixels, and a {target.Name} can have {target.LongestSide} on a side.", "Choose png, or --preset web, which scales it down."),
        _ => null,
    };
}
