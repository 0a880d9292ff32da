namespace ShortsFactory.Resources;

/// <summary>
/// The temporary files that lie beside their targets at this moment, outside of any run's directory, so that a program
/// that is going down can delete them. Each is also recorded as a link in the run's directory, from which the reaper and the
/// janitor know it: a link comes and goes as a whole, whatever characters the path has. Thread-safe.
/// </summary>
internal static class UnfinishedFiles
{
    private const string Pattern = ".shortsfactory-*.partial";

    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Paths = new(StringComparer.Ordinal);
    private static readonly HashSet<string> RecordDirectories = new(StringComparer.Ordinal);
    private static bool _closed;

    /// <summary>A new path for a file that is to get the name <paramref name="target"/> when it is finished.</summary>
    public static string NewPathBeside(string target)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(target)) ?? throw new IOException($"'{target}' is not a file.");
        return Path.Combine(directory, Pattern.Replace("*", $"{Guid.NewGuid():N}", StringComparison.Ordinal));
    }

    /// <summary>To be called right before the file is made.</summary>
    public static void Add(string path)
    {
        lock (Gate)
        {
            if (_closed)
            {
                throw new OperationCanceledException("The program is going down and writes nothing more.");
            }

            Paths.Add(path);
            foreach (var directory in RecordDirectories)
            {
                Attempt(() => File.CreateSymbolicLink(RecordOf(path, directory), path));
            }
        }
    }

    public static void Remove(string path)
    {
        lock (Gate)
        {
            Paths.Remove(path);
            foreach (var directory in RecordDirectories)
            {
                Delete(RecordOf(path, directory));
            }
        }
    }

    /// <summary>Lets no further file be made; for a program that is going down.</summary>
    public static void Close()
    {
        lock (Gate)
        {
            _closed = true;
        }
    }

    public static void DeleteAll()
    {
        string[] paths;
        lock (Gate)
        {
            paths = [.. Paths];
        }

        Array.ForEach(paths, Delete);
    }

    /// <summary>Records from now on what is unfinished in a run's directory.</summary>
    public static void RecordIn(string directory)
    {
        lock (Gate)
        {
            RecordDirectories.Add(directory);
        }
    }

    public static void StopRecordingIn(string directory)
    {
        lock (Gate)
        {
            RecordDirectories.Remove(directory);
        }
    }

    /// <summary>Deletes the files that a dead run's directory has records of.</summary>
    public static void DeleteRecorded(string directory)
    {
        foreach (var record in new DirectoryInfo(directory).EnumerateFileSystemInfos(Pattern))
        {
            // A record has the name of its file: a link to anything else was not made here.
            if (record.LinkTarget is { } path && string.Equals(Path.GetFileName(path), record.Name, StringComparison.Ordinal))
            {
                Delete(path);
            }
        }
    }

    /// <summary>Never throws.</summary>
    public static void Delete(string path) => Attempt(() => File.Delete(path));

    private static string RecordOf(string path, string directory) => Path.Combine(directory, Path.GetFileName(path));

    private static void Attempt(Action step)
    {
        try
        {
            step();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The error that led here, or the one that the file itself will meet, says more than this one.
        }
    }
}
