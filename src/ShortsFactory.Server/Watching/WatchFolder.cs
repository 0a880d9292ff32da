namespace ShortsFactory.Server.Watching;

/// <summary>A watched folder: which of its files are scripts, and whether they are whole.</summary>
internal sealed class WatchFolder(string path, TimeSpan settled, TimeProvider timeProvider)
{
    public const string Done = "done";
    public const string Failed = "failed";

    /// <summary>How long an empty file may be about to be filled.</summary>
    private static readonly TimeSpan EmptyLimit = TimeSpan.FromSeconds(30);

    private static readonly string[] Extensions = [".md", ".markdown", ".txt", ".json"];

    private Dictionary<string, Sight> _seen = new(StringComparer.Ordinal);

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The scripts that can be taken now, by name. A file is whole when it has not changed for a while: it was written to long ago, or looked at twice.</summary>
    /// <param name="renamed">Names that were just given to files: whoever renames a file has written it.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<string> FindWhole(IReadOnlySet<string> renamed)
    {
        var now = timeProvider.GetUtcNow();
        var seen = new Dictionary<string, Sight>(StringComparer.Ordinal);
        List<string> whole = [];
        foreach (var file in new DirectoryInfo(Path).EnumerateFiles().Where(IsScript).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var sight = new Sight(file.Length, file.LastWriteTimeUtc, now);
            sight = _seen.TryGetValue(file.FullName, out var before) && before.Length == sight.Length && before.Written == sight.Written ? before : sight;
            seen[file.FullName] = sight;
            var isOld = now.UtcDateTime - sight.Written >= settled;
            var isWhole = isOld || now - sight.Since >= settled || renamed.Contains(file.FullName);
            if (file.Length > 0 ? isWhole : now - sight.Since >= EmptyLimit)
            {
                whole.Add(file.FullName);
            }
        }

        _seen = seen;
        return whole;
    }

    /// <summary>Whether a file of this name can be a script.</summary>
    public static bool IsScript(string? name) =>
        name is { Length: > 0 } && name[0] is not ('.' or '~' or '#') && Extensions.Contains(System.IO.Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>What is hidden, half downloaded, an editor's copy or a link is none.</summary>
    private static bool IsScript(FileInfo file) => file.LinkTarget is null && IsScript(file.Name);

    private readonly record struct Sight(long Length, DateTime Written, DateTimeOffset Since);
}
