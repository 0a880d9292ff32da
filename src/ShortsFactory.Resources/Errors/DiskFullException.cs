using System.Globalization;

namespace ShortsFactory.Resources;

/// <summary>A disk has no room for what is to be written to it.</summary>
public sealed class DiskFullException : ShortsFactoryException
{
    private const double Megabyte = 1e6;

    internal DiskFullException(string path, long free, long? needed, string reason, Exception? innerException = null)
        : base(Describe(path, free, needed, reason), innerException)
    {
        Path = path;
        FreeBytes = free;
        NeededBytes = needed;
        Advice = "Make room there and run the same command again: what was finished is kept and not made anew. "
            + "Temporary files can go to another disk with --work, results with -o.";
    }

    /// <summary>A directory on the disk.</summary>
    public string Path { get; }

    /// <summary>How many bytes are free.</summary>
    public long FreeBytes { get; }

    /// <summary>How many are needed, about; <see langword="null"/> if it was found out by writing.</summary>
    public long? NeededBytes { get; }

    private static string Describe(string path, long free, long? needed, string reason) => string.Create(
        CultureInfo.InvariantCulture,
        $"The disk of '{path}' is full ({free / Megabyte:0.0} MB free{(needed is { } bytes ? $", about {Math.Ceiling(bytes / Megabyte):0} MB needed" : "")}): {reason}");
}
