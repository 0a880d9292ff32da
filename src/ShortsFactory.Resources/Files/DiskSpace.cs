namespace ShortsFactory.Resources;

/// <summary>Whether there is room on the disk that a path is on. Stateless.</summary>
public static class DiskSpace
{
    /// <summary>Below this much a disk counts as full: programs that write have failed by then, whatever they say about it.</summary>
    private const long Nothing = 1 << 20;

    private const string FullMessage = "No space left on device";

    /// <summary>ENOSPC and EDQUOT as Linux numbers them, and Windows' ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL.</summary>
    private static readonly int[] Codes = [28, 122, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>Makes sure that there is room before work begins that would run out of it.</summary>
    /// <param name="path">A file or directory, which need not be there yet.</param>
    /// <param name="bytes">How much will be written.</param>
    /// <param name="purpose">What it is for, in words that end the sentence "There is no room for ...".</param>
    /// <exception cref="DiskFullException">There is less.</exception>
    public static void Require(string path, long bytes, string purpose)
    {
        if (FreeAt(path) is { } free && free < bytes)
        {
            throw new DiskFullException(Nearest(path), free, bytes, $"there is no room for {purpose}");
        }
    }

    /// <summary>
    /// The same error told as what it comes from, if that is a full disk: it says so itself, or one of <paramref name="paths"/>
    /// has no room left; else <see langword="null"/>.
    /// </summary>
    public static DiskFullException? Explain(Exception error, params IEnumerable<string> paths)
    {
        var disks = paths.Select(Nearest).ToArray();
        var fullest = disks.MinBy(disk => FreeAt(disk) ?? long.MaxValue);
        return fullest is not null && (SaysSo(error) || IsFull(fullest))
            ? new DiskFullException(fullest, FreeAt(fullest) ?? 0, needed: null, error.Message, error)
            : null;
    }

    /// <summary>Does what writes to <paramref name="path"/>; if a full disk stops it, that is what is told.</summary>
    /// <exception cref="DiskFullException">The disk is full.</exception>
    /// <exception cref="IOException">It could not be written for another reason.</exception>
    public static async Task WriteAsync(string path, Func<Task> write)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (IOException exception) when (Explain(exception, path) is not null)
        {
            throw Explain(exception, path)!;
        }
    }

    /// <summary>Whether the disk that a path is on has no room left.</summary>
    public static bool IsFull(string path) => FreeAt(path) < Nothing;

    /// <summary>Whether a program's output tells of a full disk.</summary>
    internal static bool SaysSo(string output) => output.Contains(FullMessage, StringComparison.Ordinal);

    /// <summary>Free bytes for this user; <see langword="null"/> where the system does not tell.</summary>
    internal static long? FreeAt(string path)
    {
        try
        {
            return new DriveInfo(Nearest(path)).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Some file systems of networks and containers do not tell; then only writing shows.
            return null;
        }
    }

    private static bool SaysSo(Exception error) => error switch
    {
        IOException exception => Codes.Contains(exception.HResult),
        ProcessFailedException exception => exception.DiskWasFull || SaysSo(exception.StandardErrorTail),
        { InnerException: { } inner } => SaysSo(inner),
        _ => false,
    };

    /// <summary>The folder at or above a path that is there: it lies on the disk on which the path will.</summary>
    public static string Nearest(string path)
    {
        var nearest = Path.GetFullPath(path);
        while (!Directory.Exists(nearest) && Path.GetDirectoryName(nearest) is { } parent)
        {
            nearest = parent;
        }

        return nearest;
    }
}
