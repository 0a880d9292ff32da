namespace ShortsFactory.Resources;

/// <summary>Deletes directories with all that is in them; symbolic links are removed, never followed.</summary>
internal static class DirectoryTree
{
    public static void Delete(string directory) => Persist(() =>
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    });

    /// <summary>Deletes all but the one file named <paramref name="except"/>.</summary>
    public static void DeleteContents(string directory, string except) => Persist(() =>
    {
        foreach (var entry in new DirectoryInfo(directory).EnumerateFileSystemInfos())
        {
            switch (entry)
            {
                case DirectoryInfo subdirectory:
                    subdirectory.Delete(recursive: true);
                    break;
                case { Name: var name } when !string.Equals(name, except, StringComparison.Ordinal):
                    entry.Delete();
                    break;
            }
        }
    });

    /// <summary>A file that appears while its directory is being deleted, written by a process that is just dying, makes the deletion fail.</summary>
    private static void Persist(Action delete) =>
        TransientErrors.Outlast(delete, exception => exception is IOException or UnauthorizedAccessException);
}
