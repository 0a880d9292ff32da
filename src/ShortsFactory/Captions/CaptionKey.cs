using System.Text.Json;
using ShortsFactory.Caching;
using ShortsFactory.Recognition;
using ShortsFactory.Scripts;
using ShortsFactory.Templates;
using SkiaSharp;

namespace ShortsFactory.Captions;

/// <summary>What captions depend on: the words and their times, the template, its fonts, and what measures them.</summary>
internal static class CaptionKey
{
    private const int Version = 4;

    public static CacheKey For(Script script, Transcript transcript, CaptionTemplate template, TimeSpan duration, IEnumerable<string> fontPaths) =>
        fontPaths.Concat(Pictures(template)).Aggregate(
            CacheKey.For("captions", Version)
                .With("title", script.Title)
                .With("language", script.Language)
                .With("cover", script.Cover)
                .With<TimeSpan>("duration", duration)
                .With("words", Fingerprint.Of(JsonSerializer.SerializeToUtf8Bytes(transcript.Words, CaptionJson.Default.IReadOnlyListTimedWord)))
                .With("template", Fingerprint.Of(JsonSerializer.SerializeToUtf8Bytes(template, CaptionJson.Default.CaptionTemplate)))
                .With("measured by", typeof(SKTypeface).Assembly.GetName().Version?.ToString()),
            (key, path) => key.With("file", Path.GetFileName(path)).WithFile("content", path));

    /// <summary>Their shape says where they have room.</summary>
    private static IEnumerable<string> Pictures(CaptionTemplate template) => new[] { template.Overlays.Watermark.Image, template.Overlays.EndCard.Logo }.OfType<string>();
}
