using ShortsFactory.Captions;
using ShortsFactory.Resources;

namespace ShortsFactory.Compositing;

/// <summary>The names of files in the directory in which ffmpeg works. They are ours, so that no name needs quoting in a filter.</summary>
internal static class WorkFiles
{
    public const string Captions = "captions.ass";
    public const string CoverTitle = "cover.ass";
    public const string Emoji = "emoji.png";
    public const string Fonts = "fonts";
    public const string Graph = "graph.txt";
    public const string Pictures = "pictures.mp4";
    public const string List = "chunks.txt";
    public const string Video = "video.mp4";
    public const string Cover = "cover.jpg";
    public const string Still = "still.png";

    /// <summary>The name of a file that belongs to one of several compositions.</summary>
    public static string Of(string file, string label) => Path.GetFileNameWithoutExtension(file) + label + Path.GetExtension(file);

    /// <summary>Puts the results of earlier stages and the filter graph where ffmpeg finds them.</summary>
    public static async Task LayOutAsync(CaptionTrack captions, string graph, ResourceScope scope, CancellationToken cancellationToken)
    {
        Directory.CreateSymbolicLink(scope.PathOf(Fonts), captions.FontDirectory);
        if (captions.Emoji is { } emoji)
        {
            File.CreateSymbolicLink(scope.PathOf(Emoji), emoji.Path);
        }

        foreach (var image in captions.Images.Select(image => (image.Path, Link: scope.PathOf(Image(captions.Images, image)))).DistinctBy(image => image.Link, StringComparer.Ordinal))
        {
            File.CreateSymbolicLink(image.Link, image.Path);
        }

        await File.WriteAllTextAsync(scope.PathOf(Captions), await DrawnTextAsync(captions.AssPath, cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
        await File.WriteAllTextAsync(scope.PathOf(Graph), graph, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts fonts, and backgrounds that are linked in the stage's directory, where an ffmpeg that works elsewhere finds them.</summary>
    public static void Link(string fonts, IEnumerable<SourceInput> inputs, ResourceScope stage, ResourceScope scope)
    {
        Directory.CreateSymbolicLink(scope.PathOf(Fonts), fonts);
        foreach (var link in inputs.Select(input => input.Background.Link).Distinct(StringComparer.Ordinal))
        {
            File.CreateSymbolicLink(scope.PathOf(link), stage.PathOf(link));
        }
    }

    /// <summary>An ASS document as it is drawn.</summary>
    public static async Task<string> DrawnTextAsync(string path, CancellationToken cancellationToken) =>
        CaptionColors.ForDrawing(CaptionText.WithoutEmoji(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false)));

    /// <summary>The name of a picture that is laid over the video.</summary>
    public static string Image(Composition composition, ImageOverlay image) => Image(composition.Images, image);

    private static string Image(IReadOnlyList<ImageOverlay> images, ImageOverlay image) => $"image-{images.Index().First(one => one.Item == image).Index}";
}
