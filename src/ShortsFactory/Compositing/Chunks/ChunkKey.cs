using System.Text;
using ShortsFactory.Caching;

namespace ShortsFactory.Compositing.Chunks;

/// <summary>What a chunk's pictures depend on: what ffmpeg is told, and what it reads; not where they lie on the timeline.</summary>
internal static class ChunkKey
{
    // To be raised when files are prepared in another way.
    private const int Version = 1;

    public static CacheKey For(string ffmpegVersion, Chunk chunk, ChunkFiles files) =>
        CacheKey.For("chunk", Version)
            .With("ffmpeg", ffmpegVersion)
            .WithEach("argument", chunk.Arguments)
            .With("graph", chunk.Graph)
            .With("captions", Fingerprint.Of(Encoding.UTF8.GetBytes(chunk.Captions)))
            .With("emoji", chunk.Emoji is { } emoji ? Fingerprint.Of(emoji) : null)
            .WithEach("font", files.Fonts)
            .WithEach("background", chunk.Inputs.Select(files.FingerprintOf))
            .WithEach("image", chunk.Images.Select(image => files.FingerprintOf(image.Overlay)));
}
