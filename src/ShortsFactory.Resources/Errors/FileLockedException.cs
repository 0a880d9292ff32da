namespace ShortsFactory.Resources;

/// <summary>Another run is writing the same file, and did not end in time.</summary>
public sealed class FileLockedException : ShortsFactoryException
{
    internal FileLockedException(string path, string holder, TimeSpan waited)
        : base($"'{path}' is being written by {holder}, which did not end within {waited.TotalSeconds:0.#} s.")
    {
        Path = path;
        Advice = "Wait for it, stop it with 'shorts cancel', or write to another file with -o.";
    }

    /// <summary>The file.</summary>
    public string Path { get; }
}
