namespace ShortsFactory.Resources;

/// <summary>
/// What lies beside targets at this moment, outside of any run's directory: temporary files and locks. A program that is
/// going down deletes them; and each is recorded as a link in the run's directory, from which the reaper and the
/// janitor know it: a link comes and goes as a whole, whatever characters the path has. Thread-safe.
/// </summary>
internal static class UnfinishedFiles
{
    public const string Prefix = ".shortsfactory-";
    public const string PartialExtension = ".partial";

    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Paths = new(StringComparer.Ordinal);
    private static readonly HashSet<string> RecordDirectories = new(StringComparer.Ordinal);
    private static bool _closed;

    /// <summary>A new path for a file that is to get the name <paramref name="target"/> when it is finished.</summary>
    public static string NewPathBeside(string target) => PathBeside(target, $"{Guid.NewGuid():N}{PartialExtension}");

    /// <summary>The path of a file of ours in the directory of <paramref name="target"/>.</summary>
    public static string PathBeside(string target, string name)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(target)) ?? throw new IOException($"'{target}' is not a file.");
        return Path.Combine(directory, Prefix + name);
    }

    /// <summary>To be called right before a file is made that is this program's alone.</summary>
    public static void Add(string path)
    {
        lock (Gate)
        {
            Record(path);
            Paths.Add(path);
        }
    }

    /// <summary>To be called right before a file is made that may be another program's as well; once it is this one's, <see cref="Add"/> follows.</summary>
    public static void Record(string path)
    {
        lock (Gate)
        {
            if (_closed)
            {
                throw new OperationCanceledException("The program is going down and writes nothing more.");
            }

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

    /// <summary>Deletes a file that is not needed any more; nobody in this program adds it anew before it is forgotten.</summary>
    public static void Discard(string path)
    {
        lock (Gate)
        {
            Delete(path);
            Remove(path);
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

    /// <summary>Deletes the files that a dead run's directory has records of; a lock only if nobody holds it.</summary>
    public static void DeleteRecorded(string directory)
    {
        foreach (var record in new DirectoryInfo(directory).EnumerateFileSystemInfos(Prefix + "*"))
        {
            // A record has the name of its file: a link to anything else was not made here.
            if (record.LinkTarget is not { } path || !string.Equals(Path.GetFileName(path), record.Name, StringComparison.Ordinal))
            {
                continue;
            }

            switch (record.Extension)
            {
                case PartialExtension:
                    Delete(path);
                    break;
                case FileLock.Extension:
                    FileLock.DeleteIfFree(path);
                    break;
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
