using System.IO.Compression;
using System.Security.Cryptography;

namespace ShortsFactory.Models.Install;

/// <summary>Unpacks a zip file from somebody else: only into its directory, only files, and never more than a model can hold.</summary>
internal static class ModelArchive
{
    private const int MostFiles = 2_000;

    // Models shrink to about a half, lists of words to a fifth.
    private const long HighestRatio = 50;
    private const long AlwaysAllowed = 16L << 20;

    private const int UnixTypeShift = 16;
    private const int UnixTypeMask = 0xF000;
    private const int UnixFile = 0x8000;
    private const int UnixDirectory = 0x4000;

    /// <summary>Unpacks <paramref name="archivePath"/> into an empty directory; a folder that holds everything is left out.</summary>
    /// <returns>The files, with their sizes and checksums.</returns>
    /// <exception cref="ArchiveException">The archive is damaged, or holds what no model holds; the directory may hold a part of it.</exception>
    public static async Task<IReadOnlyList<ModelFile>> UnpackAsync(
        string archivePath, string directory, long limit, IProgress<InstallProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            var archive = await ZipFile.OpenReadAsync(archivePath, cancellationToken).ConfigureAwait(false);
            await using (archive.ConfigureAwait(false))
            {
                var entries = archive.Entries.Where(IsFile).Select(entry => (Entry: entry, Path: SafePath(entry))).ToList();
                Check(entries.Select(entry => entry.Path).ToList());
                var ratio = Math.Max(AlwaysAllowed, new FileInfo(archivePath).Length * HighestRatio);
                return await UnpackAsync([.. StripFolder(entries)], directory, Math.Min(limit, ratio), progress, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new ArchiveException($"the archive is damaged: {exception.Message}", exception);
        }
    }

    /// <summary>Directories are made for the files in them; links and devices are refused.</summary>
    private static bool IsFile(ZipArchiveEntry entry)
    {
        var type = (entry.ExternalAttributes >> UnixTypeShift) & UnixTypeMask;
        if (type is not (0 or UnixFile or UnixDirectory))
        {
            throw new ArchiveException($"'{Shown(entry.FullName)}' in the archive is a link or a device.");
        }

        return type != UnixDirectory && !entry.FullName.EndsWith('/');
    }

    private static string SafePath(ZipArchiveEntry entry)
    {
        var path = entry.FullName;
        var parts = path.Split('/');
        return path.Length is 0 or > 500 || path.AsSpan().IndexOfAny('\\', ':') >= 0 || path.Any(char.IsControl) || parts.Any(part => part is "" or "." or "..")
            ? throw new ArchiveException($"'{Shown(path)}' in the archive leads elsewhere.")
            : path;
    }

    private static void Check(IReadOnlyList<string> paths)
    {
        if (paths.Count is 0 or > MostFiles)
        {
            throw new ArchiveException($"the archive holds {paths.Count} files; a model has some, and at most {MostFiles}.");
        }

        if (paths.GroupBy(path => path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            throw new ArchiveException($"'{Shown(twice.Key)}' is in the archive twice.");
        }
    }

    private static IEnumerable<(ZipArchiveEntry Entry, string Path)> StripFolder(List<(ZipArchiveEntry Entry, string Path)> entries)
    {
        var folder = entries[0].Path[..(entries[0].Path.IndexOf('/', StringComparison.Ordinal) + 1)];
        return folder.Length > 0 && entries.TrueForAll(entry => entry.Path.StartsWith(folder, StringComparison.Ordinal))
            ? entries.Select(entry => (entry.Entry, entry.Path[folder.Length..]))
            : entries;
    }

    private static async Task<IReadOnlyList<ModelFile>> UnpackAsync(
        IReadOnlyList<(ZipArchiveEntry Entry, string Path)> entries,
        string directory,
        long limit,
        IProgress<InstallProgress> progress,
        CancellationToken cancellationToken)
    {
        List<ModelFile> files = [];
        var left = limit;
        foreach (var (number, (entry, path)) in entries.Index())
        {
            progress.Report(new InstallProgress("unpacking", (double)number / entries.Count, path));
            var target = Path.Combine(directory, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var file = await UnpackAsync(entry, path, target, left, cancellationToken).ConfigureAwait(false);
            left -= file.Size;
            files.Add(file);
        }

        return files;
    }

    /// <summary>Counts what really comes: the sizes in the archive may lie.</summary>
    private static async Task<ModelFile> UnpackAsync(ZipArchiveEntry entry, string path, string target, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (size, checksum) = (0L, 0u);
        var source = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
        var output = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await using (source.ConfigureAwait(false))
        await using (output.ConfigureAwait(false))
        {
            var block = new byte[1 << 16];
            int count;
            while ((count = await source.ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0)
            {
                size += count;
                if (size > limit)
                {
                    throw new ArchiveException("the archive would become far larger than a model of its size is.");
                }

                checksum = Crc32.Append(checksum, block.AsSpan(0, count));
                hash.AppendData(block.AsSpan(0, count));
                await output.WriteAsync(block.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }

            RandomAccess.FlushToDisk(output.SafeFileHandle);
        }

        return size == entry.Length && checksum == entry.Crc32
            ? new ModelFile { Path = path, Size = size, Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()) }
            : throw new ArchiveException($"the archive is damaged: '{Shown(path)}' is not what its checksum promises.");
    }

    private static string Shown(string path) => string.Concat(path.Take(80).Select(character => char.IsControl(character) ? '?' : character));
}
