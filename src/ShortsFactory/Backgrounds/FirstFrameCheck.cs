using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Backgrounds;

/// <summary>Decodes the first frame of every file that will be shown, so that a broken one is found before any work is done.</summary>
internal sealed class FirstFrameCheck(Ffmpeg ffmpeg)
{
    /// <summary>Checks them all, each once.</summary>
    /// <param name="backgrounds">The backgrounds of the draft's scenes, in order.</param>
    /// <param name="draft">Tells where each was asked for.</param>
    /// <param name="scope">Its directory holds the backgrounds' links.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidInputException">A frame cannot be decoded.</exception>
    public Task RunAsync(IEnumerable<Background> backgrounds, Short draft, ResourceScope scope, CancellationToken cancellationToken) =>
        Task.WhenAll(backgrounds.Zip(draft.Script.Scenes, (background, scene) => (Media: background as MediaBackground, Origin: BackgroundOrigin.Of(scene, draft)))
            .Where(shown => shown.Media is not null)
            .DistinctBy(shown => shown.Media)
            .Select(shown => RunAsync(shown.Media!, shown.Origin, scope, cancellationToken)));

    private Task RunAsync(MediaBackground background, BackgroundOrigin origin, ResourceScope scope, CancellationToken cancellationToken) =>
        TrialDecoding.RunAsync(ffmpeg, Arguments(background), failure => origin.Locate(Undecodable(background, failure)), scope, cancellationToken);

    /// <summary>A picture must be whole; a video may begin roughly.</summary>
    private static string[] Arguments(MediaBackground background) =>
    [
        .. background.File.Kind is MediaKind.Image ? ["-err_detect", "explode", "-xerror"] : (string[])[],
        .. background.Moves && background.From > TimeSpan.Zero ? ["-ss", FfmpegTime.Seconds(background.From)] : (string[])[],
        "-i", background.Link,
        "-map", "0:v:0", "-frames:v", "1",
    ];

    private static InvalidInputException Undecodable(MediaBackground background, Exception? innerException) =>
        new("its first picture cannot be decoded; the file is broken.", background.File.Path, innerException: innerException)
        {
            Advice = "Export or download it again, or name another background.",
        };
}
