using System.Text.RegularExpressions;

namespace ShortsFactory.Caching;

/// <summary>
/// The directory of a cache: a marker that says whose it is, and a file for each entry. Whoever reads or writes a file holds a
/// shared lock on it, and nothing is deleted without its exclusive lock, so that any number of processes may work here at once.
/// </summary>
internal sealed partial class CacheDirectory
{
    private const string MarkerName = ".shortsfactory-cache";
    private const string MarkerText = "Results that shorts keeps for later runs. 'shorts cache clear' deletes them.\n";
    private const string PartialExtension = ".partial";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly TimeSpan PartialAge = TimeSpan.FromMinutes(1);

    private CacheDirectory(string path) => Path = path;

    /// <summary>Absolute path of the directory.</summary>
    public string Path { get; }

    /// <summary>Opens the cache, which is made if nothing is there.</summary>
    /// <exception cref="IOException">The directory cannot be used, or holds something else.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory cannot be written to.</exception>
    public static CacheDirectory Open(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Private);
        }

        var marker = System.IO.Path.Combine(path, MarkerName);
        // In this order: the marker is the first file that anyone makes here, so what is seen by now came after it, or is foreign.
        if (Directory.EnumerateFileSystemEntries(path).Any() && !File.Exists(marker))
        {
            throw new IOException("It is a folder with other files in it, and not a cache.");
        }

        using var stream = new FileStream(marker, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        if (stream.Length == 0)
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(MarkerText));
        }

        return new CacheDirectory(path);
    }

    /// <summary>The entries, the least recently used first.</summary>
    public IReadOnlyList<CacheEntry> Entries() =>
    [
        .. Files()
            .Where(file => EntryName().IsMatch(file.Name) && file.Exists)
            .Select(file => new CacheEntry(file.FullName, file.Length, file.LastWriteTimeUtc))
            .OrderBy(entry => entry.LastUsed)
            .ThenBy(entry => entry.Path, StringComparer.Ordinal),
    ];

    /// <summary>Marks an entry as used and opens it for reading; <see langword="null"/> if there is none.</summary>
    public FileStream? Find(CacheKey key, DateTimeOffset now)
    {
        try
        {
            File.SetLastWriteTimeUtc(PathOf(key), now.UtcDateTime);
            return new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Puts an entry in, whole or not at all; one of the same key is replaced.</summary>
    public void Add(CacheKey key, Action<Stream> write)
    {
        var partial = System.IO.Path.Combine(Path, $"{Guid.NewGuid():N}{PartialExtension}");
        try
        {
            using var stream = new FileStream(partial, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, bufferSize: 0);
            write(stream);
            stream.Flush(flushToDisk: true);
            File.Move(partial, PathOf(key), overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Throws an entry away.</summary>
    public void Remove(CacheKey key) => File.Delete(PathOf(key));

    /// <summary>Deletes the least recently used entries until the others fit, and what dead processes left half written; returns the count of entries deleted.</summary>
    public int Trim(long sizeLimit, DateTimeOffset now)
    {
        // One that is being made is a moment without its lock; the time, if wrong, only brings that moment back.
        var newest = now.UtcDateTime - PartialAge;
        foreach (var partial in Files().Where(file => string.Equals(file.Extension, PartialExtension, StringComparison.Ordinal) && file.LastWriteTimeUtc < newest))
        {
            SharedFolder.TryDelete(partial.FullName);
        }

        var entries = Entries();
        var size = entries.Sum(entry => entry.Size);
        var deleted = 0;
        foreach (var entry in entries.TakeWhile(_ => size > sizeLimit))
        {
            if (SharedFolder.TryDelete(entry.Path))
            {
                size -= entry.Size;
                deleted++;
            }
        }

        return deleted;
    }

    private IEnumerable<FileInfo> Files() => SharedFolder.Files(Path);

    private string PathOf(CacheKey key) => System.IO.Path.Combine(Path, key.Name + ".tar");

    [GeneratedRegex(@"^[a-z]+-[0-9a-f]{64}\.tar$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex EntryName();
}
