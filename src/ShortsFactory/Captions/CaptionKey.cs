using System.Text.Json;
using ShortsFactory.Caching;
using ShortsFactory.Recognition;
using SkiaSharp;

namespace ShortsFactory.Captions;

/// <summary>What captions depend on: the words and their times, the template, its fonts, and what measures them.</summary>
internal static class CaptionKey
{
    private const int Version = 1;

    public static CacheKey For(Transcript transcript, string templatePath, IEnumerable<string> fontPaths) =>
        fontPaths.Aggregate(
            CacheKey.For("captions", Version)
                .With("words", Fingerprint.Of(JsonSerializer.SerializeToUtf8Bytes(transcript.Words, CaptionJson.Default.IReadOnlyListTimedWord)))
                .WithFile("template", templatePath)
                .With("measured by", typeof(SKTypeface).Assembly.GetName().Version?.ToString()),
            (key, path) => key.With("font", Path.GetFileName(path)).WithFile("font content", path));
}
