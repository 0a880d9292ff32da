namespace ShortsFactory.Resources;

/// <summary>
/// The one directory of a run, below which everything temporary lies. It holds a marker file that is kept locked:
/// a lock that can be taken means that the owner is dead. Nothing outside of it is ever deleted. Thread-safe.
/// </summary>
internal sealed class RunDirectory : IDisposable
{
    private const string Prefix = "run-";

    /// <summary>A directory that is being made or has been emptied: nobody takes it for a run, or looks for a lock in it.</summary>
    private const string PassingPrefix = ".run-";

    private readonly Lock _lock = new();
    private readonly FileStream _marker;
    private readonly bool _keep;
    private bool _disposed;

    private RunDirectory(string path, FileStream marker, bool keep)
    {
        Path = path;
        _marker = marker;
        _keep = keep;
    }

    public string Path { get; }

    /// <exception cref="WorkDirectoryException">The directory cannot be made, or not written to.</exception>
    public static RunDirectory Create(ResourceOptions options, string runId)
    {
        try
        {
            RunParent.Make(options);
            var path = PathFor(options, runId);
            RunParent.MakePrivate(PassingPath(path));
            var marker = RunMarker.Create(PassingPath(path));

            // Only now does it get the name that a janitor looks for: one that is not locked yet would be taken for a dead run's.
            Directory.Move(PassingPath(path), path);
            return new RunDirectory(path, marker, options.Keep);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WorkDirectoryException(RunParent.PathFor(options), exception);
        }
    }

    /// <summary>The directories of runs, dead and alive, below <paramref name="parent"/>.</summary>
    public static IEnumerable<string> All(string parent) => Named(parent, Prefix);

    /// <summary>The directories that are neither: being made, or empty and about to go.</summary>
    public static IEnumerable<string> AllPassing(string parent) => Named(parent, PassingPrefix);

    public static string PathFor(ResourceOptions options, string runId) => System.IO.Path.Combine(RunParent.PathFor(options), Prefix + runId);

    public static string IdOf(string directory) => System.IO.Path.GetFileName(directory)[Prefix.Length..];

    /// <summary>Deletes a run's directory, whose lock the caller holds.</summary>
    public static void Remove(string directory)
    {
        // The marker goes last, and under another name: what a cut leaves is either still a run's or already nobody's.
        DirectoryTree.DeleteContents(directory, except: RunMarker.Name);
        Directory.Move(directory, PassingPath(directory));
        RemovePassing(PassingPath(directory));
    }

    /// <summary>Deletes a directory in which nothing but a marker can be; anything else in it is an error.</summary>
    public static void RemovePassing(string directory)
    {
        File.Delete(RunMarker.PathIn(directory));
        Directory.Delete(directory);
    }

    /// <summary>Makes a directory that no other scope has; the name is for people who look at it.</summary>
    public string CreateSubdirectory(int number, string name)
    {
        var readable = string.Concat(name.Take(40).Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
        var path = System.IO.Path.Combine(Path, $"{number}-{readable}");
        lock (_lock)
        {
            // Made later, it would outlive the run.
            ObjectDisposedException.ThrowIf(_disposed, this);
            Directory.CreateDirectory(path);
        }

        return path;
    }

    /// <summary>Writes what others can read about the run, unless it is over; a full disk is no reason to end it.</summary>
    public void Write(RunRecord record)
    {
        lock (_lock)
        {
            try
            {
                if (!_disposed)
                {
                    record.Write(Path);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Who looks from outside sees the record before; what the run itself writes will tell of the disk.
            }
        }
    }

    /// <summary>Deletes a directory of this run, unless files are to be kept.</summary>
    /// <exception cref="InvalidOperationException">The path is not below this run's directory.</exception>
    public void Delete(string directory)
    {
        if (!System.IO.Path.GetFullPath(directory).StartsWith(Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"'{directory}' is not below '{Path}' and is not deleted.");
        }

        if (!_keep)
        {
            DirectoryTree.Delete(directory);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            UnfinishedFiles.StopRecordingIn(Path);
            using (_marker)
            {
                if (_keep)
                {
                    // Kept files lose the marker, so that no later clean-up takes them for a dead run's.
                    File.Delete(RunMarker.PathIn(Path));
                }
                else
                {
                    Remove(Path);
                }
            }
        }
    }

    private static string PassingPath(string path) =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, "." + System.IO.Path.GetFileName(path));

    private static IEnumerable<string> Named(string parent, string prefix) =>
        Directory.Exists(parent)
            ? new DirectoryInfo(parent).EnumerateDirectories(prefix + "*").Where(entry => entry.LinkTarget is null).Select(entry => entry.FullName)
            : [];
}
