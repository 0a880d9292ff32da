using Microsoft.Extensions.Configuration;
using ShortsFactory.Caching;
using ShortsFactory.Models;
using ShortsFactory.Templates;

namespace ShortsFactory.Pipeline;

/// <summary>
/// Tells whether a short would be made again as it is: a key of all that it depends on, known before anything is made. In doubt
/// something counts that would change nothing; then the short is made anew, of results that are kept.
/// </summary>
public sealed class ShortInputs(IConfiguration configuration, TemplateCatalog templates, ModelCatalog models)
{
    // To be raised when the same inputs come to give another short.
    private const int Version = 1;
    private const int LongestPath = 400;

    private static readonly string[] SectionsWithoutEffect = ["Resources", "Cache", "Logging", "Downloads", "MediaTasks"];
    private static readonly char[] Separators = ['"', '\'', ',', '{', '}', '[', ']'];

    /// <summary>The key, to be asked for before the script is read: what is changed after that then counts as a change.</summary>
    internal CacheKey Of(ShortRequest request)
    {
        var text = TextOf(request);
        var directory = Path.GetDirectoryName(request.ScriptPath)!;
        var settings = configuration.AsEnumerable().Where(HasEffect).OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).ToArray();
        var key = CacheKey.For("short", Version)
            .With("product", typeof(ShortInputs).Assembly.GetName().Version?.ToString())
            .With("script", text)
            .With("title", Path.GetFileNameWithoutExtension(request.ScriptPath))
            .With("language", request.Language)
            .With("template", request.Template)
            .With("voice", request.Voice)
            .With("format", request.Format?.ToString());
        key = settings.Aggregate(key, (sum, pair) => sum.With(pair.Key, pair.Value));
        string?[] named = [request.Background, request.Narration, request.Music, .. PathsIn(text)];
        key = named.Aggregate(key, (sum, path) => WithPath(sum, path, directory, request.Files));
        key = settings.Aggregate(key, (sum, pair) => WithPath(sum, pair.Value, directory));
        key = models.List().Aggregate(key, (sum, model) => WithPath(sum, ModelManifest.FileName, model.Directory));
        return templates.Directories.SelectMany(FilesBelow).Aggregate(key, (sum, file) => WithPath(sum, file, directory));
    }

    private static string TextOf(ShortRequest request) =>
        request.ScriptText ?? (request.HasScript && File.Exists(request.ScriptPath) ? File.ReadAllText(request.ScriptPath) : "");

    private static bool HasEffect(KeyValuePair<string, string?> setting) =>
        !SectionsWithoutEffect.Contains(setting.Key.Split(':')[0], StringComparer.OrdinalIgnoreCase);

    /// <summary>What a script names may be a file whatever the setting is called, so every value is looked at that could be one.</summary>
    private static IEnumerable<string> PathsIn(string text) =>
        text.Split('\n')
            .SelectMany(line => line.Split(Separators).Append(line))
            .SelectMany(piece => (string[])[piece, piece[(piece.IndexOf(':', StringComparison.Ordinal) + 1)..]])
            .Select(piece => piece.Trim(' ', '\t', '\r', '-'))
            .Where(piece => piece.Length is > 0 and <= LongestPath && !piece.Contains('\0', StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);

    private static CacheKey WithPath(CacheKey key, string? path, string directory, FileRules? files = null)
    {
        if (string.IsNullOrWhiteSpace(path) || (files ?? FileRules.Anywhere).TryResolve(path, directory) is not { } full)
        {
            return key;
        }

        if (File.Exists(full))
        {
            return key.With("file", path).With("content", Fingerprint.OfLongFile(full));
        }

        return Directory.Exists(full)
            ? new DirectoryInfo(full).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Aggregate(
                key.With("folder", path), (sum, file) => sum.With("entry", file.Name).With("length", (long?)file.Length).With("changed", (DateTime?)file.LastWriteTimeUtc))
            : key.With("value", path);
    }

    private static IEnumerable<string> FilesBelow(string directory) =>
        Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
}
