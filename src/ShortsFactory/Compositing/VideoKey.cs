using ShortsFactory.Caching;
using ShortsFactory.Compositing.Encoders;

namespace ShortsFactory.Compositing;

/// <summary>What the finished video depends on: its chunks and its sound, and how they are put together.</summary>
internal static class VideoKey
{
    // To be raised when the file is measured in another way.
    private const int Version = 2;

    public static CacheKey For(
        string ffmpegVersion, IEnumerable<CacheKey> chunks, CacheKey sound, VideoCodec codec, int coverChunk, IEnumerable<string> coverArguments) =>
        CacheKey.For("video", Version)
            .With("ffmpeg", ffmpegVersion)
            .WithEach("chunk", chunks.Select(chunk => chunk.Name))
            .With("sound", sound.Name)
            .WithEach("join argument", FfmpegArguments.Join(codec))
            .With<int>("cover chunk", coverChunk)
            .WithEach("cover argument", coverArguments);
}
