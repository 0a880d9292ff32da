using ShortsFactory.Caching;
using ShortsFactory.Captions;

namespace ShortsFactory.Compositing.Chunks;

/// <summary>What all chunks of a short read, told apart by content once for all of them. Thread-safe.</summary>
internal sealed class ChunkFiles
{
    private readonly Dictionary<string, string> _fingerprints;

    private ChunkFiles(Dictionary<string, string> fingerprints) => _fingerprints = fingerprints;

    /// <summary>The caption document as it is drawn.</summary>
    public required string Captions { get; init; }

    /// <summary>The document of the cover's title as it is drawn, or <see langword="null"/> where it has none.</summary>
    public required string? CoverTitle { get; init; }

    /// <summary>The emoji, as an animated PNG.</summary>
    public required byte[]? Emoji { get; init; }

    /// <summary>Absolute path of the directory of fonts.</summary>
    public required string FontDirectory { get; init; }

    /// <summary>Name and fingerprint of each font.</summary>
    public required IReadOnlyList<string> Fonts { get; init; }

    /// <summary>Reads them.</summary>
    public static async Task<ChunkFiles> ReadAsync(Composition composition, CaptionTrack captions, CancellationToken cancellationToken)
    {
        var backgrounds = FilterGraph.Inputs(composition, composition.Span).Select(input => input.Background.File.Path).Distinct(StringComparer.Ordinal);
        var paths = backgrounds.Concat(captions.Images.Select(image => image.Path)).Distinct(StringComparer.Ordinal);
        return new ChunkFiles(paths.ToDictionary(path => path, Fingerprint.OfLongFile, StringComparer.Ordinal))
        {
            CoverTitle = captions.CoverTitlePath is { } cover ? await WorkFiles.DrawnTextAsync(cover, cancellationToken).ConfigureAwait(false) : null,
            Captions = await WorkFiles.DrawnTextAsync(captions.AssPath, cancellationToken).ConfigureAwait(false),
            Emoji = captions.Emoji is { } emoji ? await File.ReadAllBytesAsync(emoji.Path, cancellationToken).ConfigureAwait(false) : null,
            FontDirectory = captions.FontDirectory,
            Fonts =
            [
                .. Directory.EnumerateFiles(captions.FontDirectory)
                    .Order(StringComparer.Ordinal)
                    .Select(font => $"{Path.GetFileName(font)} {Fingerprint.OfFile(font)}"),
            ],
        };
    }

    /// <summary>The fingerprint of a picture that is laid over the video.</summary>
    public string FingerprintOf(ImageOverlay image) => _fingerprints[image.Path];

    /// <summary>The fingerprint of a background's file.</summary>
    public string FingerprintOf(SourceInput input) => _fingerprints[input.Background.File.Path];
}
