namespace ShortsFactory.Resources;

/// <summary>Deletes directories with all that is in them; symbolic links are removed, never followed.</summary>
internal static class DirectoryTree
{
    private const int Attempts = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);

    public static void Delete(string directory) => Repeat(() =>
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    });

    /// <summary>Deletes all but the one file named <paramref name="except"/>.</summary>
    public static void DeleteContents(string directory, string except) => Repeat(() =>
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
    private static void Repeat(Action delete)
    {
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                delete();
                return;
            }
            catch (Exception exception) when (attempt < Attempts && exception is IOException or UnauthorizedAccessException)
            {
                // The crash hook comes here too, and it has nobody to await.
                Thread.Sleep(pause);
                pause *= 2;
            }
        }
    }
}
