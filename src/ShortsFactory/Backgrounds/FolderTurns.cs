using ShortsFactory.Pipeline;

namespace ShortsFactory.Backgrounds;

/// <summary>
/// Takes the files of folders in turn: each scene that names a folder gets its next file, in the order of names or in one that a seed
/// chooses, round and round.
/// </summary>
internal sealed class FolderTurns
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".mpg", ".mpeg", ".ts", ".m2ts", ".gif",
        ".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff",
        ".heic", ".heif", ".avif", ".svg", ".psd", ".jp2", ".jxl",
    };

    private readonly Dictionary<(string Path, Seed? Shuffle), Queue<string>> _turns = [];

    /// <summary>The file that <paramref name="path"/> stands for: itself, or the next one of the folder.</summary>
    /// <param name="path">Absolute path of a file or folder.</param>
    /// <param name="shuffle">Chooses the order; <see langword="null"/> takes that of names.</param>
    /// <param name="origin">Where it was asked for.</param>
    /// <exception cref="InvalidInputException">The folder holds no video and no picture.</exception>
    public string Next(string path, Seed? shuffle, BackgroundOrigin origin)
    {
        if (!Directory.Exists(path))
        {
            return path;
        }

        path = Path.TrimEndingDirectorySeparator(path);
        if (!_turns.TryGetValue((path, shuffle), out var queue))
        {
            var files = Media(path, origin);
            queue = new Queue<string>(shuffle is { } seed ? files.OrderBy(file => seed.NumberFor(Path.GetFileName(file))) : files);
            _turns.Add((path, shuffle), queue);
        }

        if (queue.Count == 0)
        {
            throw new InvalidInputException($"the background folder '{path}' holds no video and no picture.", origin.ScriptPath, origin.Line)
            {
                Advice = "Put files such as mp4, mov, webm, jpg or png into it; folders inside it are not searched.",
            };
        }

        var file = queue.Dequeue();
        queue.Enqueue(file);
        return file;
    }

    private static string[] Media(string folder, BackgroundOrigin origin)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder)
                .Where(file => !Path.GetFileName(file).StartsWith('.') && Extensions.Contains(Path.GetExtension(file)))
                .Order(StringComparer.Ordinal)];
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new InvalidInputException($"the background folder '{folder}' may not be read.", origin.ScriptPath, origin.Line, exception)
            {
                Advice = "Change its permissions, or name another background.",
            };
        }
    }
}
