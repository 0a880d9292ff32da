namespace ShortsFactory.Resources;

/// <summary>The directory below which runs make theirs.</summary>
internal static class RunParent
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static string PathFor(ResourceOptions options) =>
        options.WorkDirectory.Length > 0 ? Path.GetFullPath(options.WorkDirectory) : DefaultPath();

    /// <summary>Makes the directory if it is not there, and returns its path.</summary>
    /// <exception cref="UnauthorizedAccessException">It belongs to another user, who put it there beforehand.</exception>
    public static string Make(ResourceOptions options)
    {
        var path = PathFor(options);
        if (options.WorkDirectory.Length > 0)
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            MakePrivate(path);
        }

        return path;
    }

    public static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            // Setting the mode once more fails on a directory that another user has put there beforehand.
            Directory.CreateDirectory(path, Private);
            File.SetUnixFileMode(path, Private);
        }
    }

    private static string DefaultPath()
    {
#pragma warning disable RS0030 // This is the one place that turns the system's temporary directory into ours.
        var temporary = Path.GetTempPath();
#pragma warning restore RS0030
        return Path.GetFullPath(Path.Combine(temporary, $"shortsfactory-{Environment.UserName}"));
    }
}
