namespace ShortsFactory.Resources;

/// <summary>What this process holds at a moment, besides what scopes know of.</summary>
/// <param name="ManagedBytes">Bytes on the managed heap, garbage included.</param>
/// <param name="Handles">Open files, pipes and sockets; 0 where the system does not tell.</param>
public readonly record struct ProcessFootprint(long ManagedBytes, int Handles)
{
    private const string HandleDirectory = "/proc/self/fd";

    /// <summary>Measures the process; takes well below a millisecond.</summary>
    public static ProcessFootprint Now() => new(GC.GetTotalMemory(forceFullCollection: false), CountHandles());

    private static int CountHandles() => Directory.Exists(HandleDirectory) ? Directory.EnumerateFileSystemEntries(HandleDirectory).Count() - 1 : 0;
}
