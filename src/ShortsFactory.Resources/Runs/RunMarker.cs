namespace ShortsFactory.Resources;

/// <summary>
/// The file that makes a directory a run's, and whose lock says that the run is alive. Locks and not process ids: these
/// are used again, and a lock ends with its owner, however that ends.
/// </summary>
internal static class RunMarker
{
    public const string Name = ".shortsfactory-run";

    public static string PathIn(string directory) => Path.Combine(directory, Name);

    /// <summary>Makes the marker of a new run and locks it.</summary>
    public static FileStream Create(string directory) =>
        new(PathIn(directory), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Whether somebody holds the lock; an error that does not tell counts as life.</summary>
    public static bool IsHeld(string directory)
    {
        try
        {
            // Only a shared lock, so that a look at a dead run does not make it seem alive to the next one.
            new FileStream(PathIn(directory), FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
            return false;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Whether it is this very process that has the marker open: its id may belong to another one by now, or in another container.</summary>
    public static bool IsOpenIn(int processId, string directory)
    {
        try
        {
            var marker = $"/{Path.GetFileName(directory)}/{Name}";
            return new DirectoryInfo($"/proc/{processId}/fd").EnumerateFileSystemInfos()
                .Any(handle => handle.LinkTarget?.EndsWith(marker, StringComparison.Ordinal) ?? false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or is another user's.
            return false;
        }
    }

    /// <summary>The lock of a dead run, or <see langword="null"/> if the run lives or is gone.</summary>
    /// <exception cref="UnauthorizedAccessException">The run is another user's.</exception>
    public static FileStream? TryTake(string directory)
    {
        FileStream taken;
        if (new FileInfo(PathIn(directory)).LinkTarget is not null)
        {
            return null;
        }

        try
        {
            taken = new FileStream(PathIn(directory), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }

        // A lock that does not keep ourselves out does not work on this file system, and says nothing about the owner.
        // The file that was locked may have been deleted in between by whoever was faster.
        if (IsHeld(directory) && File.Exists(PathIn(directory)))
        {
            return taken;
        }

        taken.Dispose();
        return null;
    }
}
