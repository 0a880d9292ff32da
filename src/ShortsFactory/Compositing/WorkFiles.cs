using ShortsFactory.Audio;
using ShortsFactory.Captions;
using ShortsFactory.Resources;

namespace ShortsFactory.Compositing;

/// <summary>The names of files in the directory in which ffmpeg works. They are ours, so that no name needs quoting in a filter.</summary>
internal static class WorkFiles
{
    public const string Master = "master.wav";
    public const string Captions = "captions.ass";
    public const string CoverTitle = "cover.ass";
    public const string CoverGraph = "cover.txt";
    public const string Emoji = "emoji.png";
    public const string Fonts = "fonts";
    public const string Graph = "graph.txt";
    public const string Video = "video.mp4";
    public const string Cover = "cover.jpg";
    public const string Still = "still.png";
    public const string DeliveredSound = "delivered.wav";

    /// <summary>Puts the results of earlier stages and the filter graph where ffmpeg finds them.</summary>
    public static async Task LayOutAsync(
        Soundtrack soundtrack, CaptionTrack captions, string graph, ResourceScope scope, CancellationToken cancellationToken)
    {
        File.CreateSymbolicLink(scope.PathOf(Master), soundtrack.MasterPath);
        await LayOutAsync(captions, graph, scope, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same without the sound.</summary>
    public static async Task LayOutAsync(CaptionTrack captions, string graph, ResourceScope scope, CancellationToken cancellationToken)
    {
        Directory.CreateSymbolicLink(scope.PathOf(Fonts), captions.FontDirectory);
        if (captions.Emoji is { } emoji)
        {
            File.CreateSymbolicLink(scope.PathOf(Emoji), emoji.Path);
        }

        foreach (var image in captions.Images)
        {
            var link = scope.PathOf(Image(captions.Images, image));
            if (!File.Exists(link))
            {
                File.CreateSymbolicLink(link, image.Path);
            }
        }

        if (captions.CoverTitlePath is { } cover)
        {
            await WriteAsync(cover, CoverTitle).ConfigureAwait(false);
        }

        await WriteAsync(captions.AssPath, Captions).ConfigureAwait(false);
        await File.WriteAllTextAsync(scope.PathOf(Graph), graph, cancellationToken).ConfigureAwait(false);

        async Task WriteAsync(string path, string name)
        {
            var document = CaptionText.WithoutEmoji(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false));
            await File.WriteAllTextAsync(scope.PathOf(name), CaptionColors.ForDrawing(document), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The name of a picture that is laid over the video.</summary>
    public static string Image(Composition composition, ImageOverlay image) => Image(composition.Images, image);

    private static string Image(IReadOnlyList<ImageOverlay> images, ImageOverlay image) => $"image-{images.Index().First(one => one.Item == image).Index}";
}
