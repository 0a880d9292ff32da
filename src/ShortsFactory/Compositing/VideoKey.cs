using ShortsFactory.Audio;
using ShortsFactory.Caching;
using ShortsFactory.Captions;

namespace ShortsFactory.Compositing;

/// <summary>What the finished video depends on: what ffmpeg is told, and every file that it reads.</summary>
internal static class VideoKey
{
    // To be raised when files are prepared or measured in another way.
    private const int Version = 1;

    public static CacheKey For(
        string ffmpegVersion, Composition composition, string graph, CompositingOptions options, Soundtrack soundtrack, CaptionTrack captions)
    {
        var key = CacheKey.For("video", Version)
            .With("ffmpeg", ffmpegVersion)
            .WithEach("argument", FfmpegArguments.Write(composition, options))
            .WithEach("cover argument", FfmpegArguments.Cover(composition))
            .With("graph", graph)
            .WithFile("sound", soundtrack.MasterPath)
            .WithFile("captions", captions.AssPath);
        if (captions.Emoji is { } emoji)
        {
            key = key.WithFile("emoji", emoji.Path);
        }

        if (captions.CoverTitlePath is { } cover)
        {
            key = key.WithFile("cover title", cover);
        }

        key = captions.Images.Aggregate(key, (images, image) => images.WithFile("image", image.Path));
        foreach (var font in Directory.EnumerateFiles(captions.FontDirectory).Order(StringComparer.Ordinal))
        {
            key = key.With("font", Path.GetFileName(font)).WithFile("font content", font);
        }

        return key.WithEach(
            "background", FilterGraph.Inputs(composition, composition.Span).Select(background => Fingerprint.OfLongFile(background.File.Path)));
    }
}
