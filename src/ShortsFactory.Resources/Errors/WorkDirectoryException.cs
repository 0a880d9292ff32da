namespace ShortsFactory.Resources;

/// <summary>The directory for temporary files cannot be made or written to.</summary>
public sealed class WorkDirectoryException : ShortsFactoryException
{
    internal WorkDirectoryException(string path, Exception innerException)
        : base($"Temporary files cannot be kept in '{path}': {innerException.Message}", innerException)
    {
        Path = path;
        Advice = "Set Resources:WorkDirectory to a directory that this user can write to.";
    }

    /// <summary>The directory below which the run wanted to make its own.</summary>
    public string Path { get; }
}
