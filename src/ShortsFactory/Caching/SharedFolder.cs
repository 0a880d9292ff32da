namespace ShortsFactory.Caching;

/// <summary>A folder in which many processes work at once: whoever uses a file of it holds a shared lock on it, and nothing is deleted without its exclusive lock.</summary>
internal static class SharedFolder
{
    /// <summary>Its files; links are not ours, whatever they are called.</summary>
    public static IEnumerable<FileInfo> Files(string directory) => new DirectoryInfo(directory).EnumerateFiles().Where(file => file.LinkTarget is null);

    /// <summary>Deletes a file that nobody uses; returns whether it did.</summary>
    public static bool TryDelete(string path)
    {
        try
        {
            using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            File.Delete(path);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // In use, or gone already.
            return false;
        }
    }
}
