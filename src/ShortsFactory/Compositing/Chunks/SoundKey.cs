using ShortsFactory.Audio;
using ShortsFactory.Caching;

namespace ShortsFactory.Compositing.Chunks;

/// <summary>What the delivered sound depends on.</summary>
internal static class SoundKey
{
    // To be raised when it is measured in another way.
    private const int Version = 1;

    public static CacheKey For(string ffmpegVersion, Soundtrack soundtrack, CompositingOptions options) =>
        CacheKey.For("sound", Version)
            .With("ffmpeg", ffmpegVersion)
            .WithEach("argument", FfmpegArguments.Sound(options))
            .WithFile("master", soundtrack.MasterPath);
}
