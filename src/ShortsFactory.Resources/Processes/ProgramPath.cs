namespace ShortsFactory.Resources;

/// <summary>Finds a program as a shell does: by its name on the PATH alone.</summary>
internal static class ProgramPath
{
    /// <summary>
    /// The path of <paramref name="program"/>, which may be a path already.
    /// .NET would look into the current directory first, where a stranger's file may have the name of a tool.
    /// </summary>
    /// <exception cref="ToolMissingException">It is a name that is not on the PATH.</exception>
    public static string Find(string program)
    {
        if (OperatingSystem.IsWindows() || program.Contains('/', StringComparison.Ordinal))
        {
            return program;
        }

        var directories = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return directories.Select(directory => Path.Combine(directory, program)).FirstOrDefault(IsExecutable)
            ?? throw ToolMissingException.ForProgram(program, "it is not on the PATH.");
    }

    private static bool IsExecutable(string path) =>
        File.Exists(path)
        && !OperatingSystem.IsWindows()
        && (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;
}
