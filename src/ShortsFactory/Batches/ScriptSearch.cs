using System.Text.Json;
using Microsoft.Extensions.FileSystemGlobbing;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Batches;

/// <summary>
/// Finds scripts: files as they are named, folders with all folders below them, and patterns (<c>*</c>, and <c>**</c> for any
/// folders). A script found in a folder keeps its place there in its name.
/// </summary>
internal sealed class ScriptSearch(string outputDirectory)
{
    private const string ReadMe = "README";

    private static readonly string[] TextExtensions = [".md", ".markdown", ".txt"];

    /// <summary>The files that a path stands for, with the names of their videos, in alphabetical order.</summary>
    /// <exception cref="InvalidInputException">There are none.</exception>
    public IReadOnlyList<(string Path, string Name)> Find(string path)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new InvalidInputException("a path is empty or no path.");
        }

        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return [(full, Path.GetFileNameWithoutExtension(full))];
        }

        if (Directory.Exists(full))
        {
            var found = Below(full).Where(IsScript).Select(file => (file, NameIn(full, file))).ToArray();
            return found.Length > 0 ? found : throw new InvalidInputException("No script is in this folder: no .md, .txt or .json file that is one.", full);
        }

        return path.Contains('*', StringComparison.Ordinal)
            ? Matching(full)
            : throw new InvalidInputException("There is no such file or folder. Check the name and the directory.", full);
    }

    private static (string Path, string Name)[] Matching(string pattern)
    {
        var parts = pattern.Split('/');
        var fixedParts = parts.TakeWhile(part => !part.Contains('*', StringComparison.Ordinal)).ToArray();
        var root = fixedParts is [""] ? "/" : string.Join('/', fixedParts);
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(string.Join('/', parts[fixedParts.Length..]));
        var found = Directory.Exists(root) ? matcher.GetResultsInFullPath(root).Order(StringComparer.Ordinal).Select(file => (file, NameIn(root, file))).ToArray() : [];
        return found.Length > 0
            ? found
            : throw new InvalidInputException("No file matches this pattern. '*' stands for any name, '**' for any folders.", pattern);
    }

    /// <summary>Hidden files, links to folders and the batch's own output are left out.</summary>
    private IEnumerable<string> Below(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.')).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry is FileInfo)
            {
                yield return entry.FullName;
            }
            else if (entry.LinkTarget is null && !string.Equals(entry.FullName, outputDirectory, StringComparison.Ordinal))
            {
                foreach (var file in Below(entry.FullName))
                {
                    yield return file;
                }
            }
        }
    }

    private static bool IsScript(string path) =>
        !Path.GetFileName(path).StartsWith(ReadMe, StringComparison.OrdinalIgnoreCase)
        && (TextExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)
            || (string.Equals(Path.GetExtension(path), ".json", StringComparison.OrdinalIgnoreCase) && IsJsonScript(path)));

    /// <summary>Manifests, schemas and settings are JSON as well, and often lie beside scripts.</summary>
    private static bool IsJsonScript(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return document.RootElement.ValueKind == JsonValueKind.Object
                && (document.RootElement.TryGetProperty("text", out _) || document.RootElement.TryGetProperty("scenes", out _));
        }
        catch (JsonException)
        {
            // Broken JSON may be a broken script: that is told, and not passed over.
            return true;
        }
    }

    private static string NameIn(string folder, string file) => Path.ChangeExtension(Path.GetRelativePath(folder, file), null);
}
