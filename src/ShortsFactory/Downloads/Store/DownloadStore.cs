using System.Text.Json;
using System.Text.RegularExpressions;
using ShortsFactory.Caching;
using ShortsFactory.Resources;

namespace ShortsFactory.Downloads.Store;

/// <summary>
/// What was fetched, for later runs: an entry for each address, and the contents under their checksums, each once. A content that is
/// used is held by a shared lock, and nothing is deleted without its exclusive one. Safe between threads and processes.
/// </summary>
internal sealed partial class DownloadStore
{
    /// <summary>How long the part of a file that never came whole waits for being gone on with.</summary>
    public static readonly TimeSpan PartialAge = TimeSpan.FromDays(7);

    private const string EntryExtension = ".json";
    private const string PartialExtension = ".partial";

    private readonly string _directory;

    private DownloadStore(string directory) => _directory = directory;

    /// <summary>Opens the store that belongs to a cache; both are made if they are not there.</summary>
    /// <exception cref="IOException">The directory cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory cannot be written to.</exception>
    public static DownloadStore Open(string cacheDirectory) =>
        new(Directory.CreateDirectory(Path.Combine(CacheDirectory.Open(cacheDirectory).Path, "downloads")).FullName);

    /// <summary>Where the file of an address is fetched to.</summary>
    public string PartialPath(string key) => Path.Combine(_directory, key + PartialExtension);

    /// <summary>The file of an address, looked at again if it was touched; <see langword="null"/> if it is not there or not what it was.</summary>
    public StoredDownload? Find(string key, DateTimeOffset now)
    {
        if (Read(EntryPath(key)) is not { } entry || Hold(ContentPath(entry)) is not { } hold)
        {
            return null;
        }

        if (IsWhole(hold, entry))
        {
            TryTouch(EntryPath(key), now.UtcDateTime);
            return new StoredDownload(hold.Name, entry, hold);
        }

        hold.Dispose();
        File.Delete(EntryPath(key));
        return null;
    }

    /// <summary>Takes a file over, whole or not at all, as what an address has.</summary>
    public async Task<StoredDownload> AddAsync(string key, string source, DownloadEntry entry, CancellationToken cancellationToken)
    {
        var content = ContentPath(entry);
        var hold = Hold(content);
        if (hold is not null && hold.Length == entry.Length && string.Equals(Fingerprint.OfFile(content), entry.Sha256, StringComparison.Ordinal))
        {
            // Another address has the same, and what is made of it is known by the time of its last change.
            File.Delete(source);
        }
        else
        {
            hold?.Dispose();
            await AtomicFile.PublishAsync(source, content, cancellationToken).ConfigureAwait(false);
            hold = Hold(content) ?? throw new FileNotFoundException("The file was deleted as soon as it was there.", content);
        }

        entry = entry with { Changed = File.GetLastWriteTimeUtc(content) };
        await AtomicFile.WriteTextAsync(EntryPath(key), JsonSerializer.Serialize(entry, DownloadJson.Default.DownloadEntry), cancellationToken).ConfigureAwait(false);
        return new StoredDownload(content, entry, hold);
    }

    /// <summary>How many files there are, and their size in bytes.</summary>
    public (int Count, long Size) Measure()
    {
        var contents = Contents().ToArray();
        return (contents.Length, contents.Sum(content => content.Length));
    }

    /// <summary>Deletes the least recently used files until the others fit, and what nobody will go on with; returns the count of files deleted.</summary>
    public int Trim(long sizeLimit, DateTimeOffset now)
    {
        var oldest = (now - PartialAge).UtcDateTime;
        foreach (var part in Files().Where(file => PartialName().IsMatch(file.Name) && file.LastWriteTimeUtc < oldest))
        {
            SharedFolder.TryDelete(part.FullName);
        }

        // The contents before the entries: one that is added meanwhile is not taken for one that no entry names.
        var contents = Contents().ToDictionary(content => content.FullName, StringComparer.Ordinal);
        var lastUsed = Files().Where(file => EntryName().IsMatch(file.Name))
            .Select(file => (file.LastWriteTimeUtc, Entry: Read(file.FullName)))
            .Where(pair => pair.Entry is not null)
            .ToLookup(pair => ContentPath(pair.Entry!), pair => pair.LastWriteTimeUtc, StringComparer.Ordinal);
        var size = contents.Values.Sum(content => content.Length);
        var deleted = 0;
        foreach (var content in contents.Values.OrderBy(content => lastUsed[content.FullName].DefaultIfEmpty(DateTime.MinValue).Max()))
        {
            var isNamed = lastUsed.Contains(content.FullName);
            if ((!isNamed || size > sizeLimit) && SharedFolder.TryDelete(content.FullName))
            {
                size -= content.Length;
                deleted++;
            }
        }

        foreach (var entry in Files().Where(file => EntryName().IsMatch(file.Name) && file.LastWriteTimeUtc < oldest && Read(file.FullName) is { } named && !File.Exists(ContentPath(named))))
        {
            SharedFolder.TryDelete(entry.FullName);
        }

        return deleted;
    }

    /// <summary>Whether a content is what it was; one that was only touched gets its time back, by which what is made of it is known.</summary>
    private static bool IsWhole(FileStream content, DownloadEntry entry)
    {
        if (content.Length != entry.Length)
        {
            return false;
        }

        if (File.GetLastWriteTimeUtc(content.Name) == entry.Changed)
        {
            return true;
        }

        TryTouch(content.Name, entry.Changed);
        return string.Equals(Fingerprint.OfFile(content.Name), entry.Sha256, StringComparison.Ordinal);
    }

    private static DownloadEntry? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), DownloadJson.Default.DownloadEntry) is { } entry && Sha256().IsMatch(entry.Sha256) ? entry : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // Then it is fetched anew.
            return null;
        }
    }

    private static FileStream? Hold(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Gone, or being deleted.
            return null;
        }
    }

    private static void TryTouch(string path, DateTime time)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, time);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Then it only counts as older than it is.
        }
    }

    private IEnumerable<FileInfo> Contents() => Files().Where(file => ContentName().IsMatch(file.Name));

    private IEnumerable<FileInfo> Files() => SharedFolder.Files(_directory);

    private string EntryPath(string key) => Path.Combine(_directory, key + EntryExtension);

    /// <summary>With its extension, which tells ffmpeg of some formats; and whatever an entry says, it stays in the directory.</summary>
    private string ContentPath(DownloadEntry entry) => Path.Combine(_directory, $"{entry.Sha256}{Path.GetExtension(Path.GetFileName(entry.Name))}");

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Sha256();

    [GeneratedRegex(@"^[0-9a-f]{64}\.partial(\.json)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PartialName();

    [GeneratedRegex(@"^[0-9a-f]{64}\.json\z", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex EntryName();

    [GeneratedRegex(@"^[0-9a-f]{64}\.(?!json\z|partial\z)[0-9a-z]{1,5}\z", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ContentName();
}
