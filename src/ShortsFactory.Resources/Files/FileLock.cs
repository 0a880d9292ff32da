using System.Security.Cryptography;
using System.Text;

namespace ShortsFactory.Resources;

/// <summary>
/// Makes programs that write the same file take turns: a locked file beside it, which is gone as soon as nobody needs it,
/// after a kill too. It says nothing to programs that do not ask for it.
/// </summary>
public sealed class FileLock : IAsyncDisposable
{
    internal const string Extension = ".lock";

    private const int NameLength = 32;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Waits until nobody else writes <paramref name="target"/>, and keeps everybody else from it until disposal.</summary>
    /// <param name="target">The file to be written; its directory must be there.</param>
    /// <param name="timeLimit">How long to wait; zero asks once.</param>
    /// <param name="onWait">Called once, if it has to be waited.</param>
    /// <param name="timeProvider">Tells the time.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns><see langword="null"/> if somebody else still had it at the end of <paramref name="timeLimit"/>.</returns>
    /// <exception cref="IOException">No file can be made in the directory.</exception>
    public static async Task<FileLock?> TakeAsync(
        string target, TimeSpan timeLimit, Action onWait, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        // A hash, since a longer name than the target's own might not be allowed.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFileName(target))));
        var path = UnfinishedFiles.PathBeside(target, hash[..NameLength] + Extension);
        var started = timeProvider.GetTimestamp();
        for (var first = true; ; first = false)
        {
            // The record of a lock that is not taken stays: nothing comes of it, and somebody else in this program may hold the lock.
            UnfinishedFiles.Record(path);
            if (TryTake(path) is { } file)
            {
                UnfinishedFiles.Add(path);
                return new FileLock(file);
            }

            if (timeProvider.GetElapsedTime(started) >= timeLimit)
            {
                return null;
            }

            if (first)
            {
                onWait();
            }

            await Task.Delay(Pause, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        // Deleted while it is held: who waits finds out that it has got hold of a file that is no more.
        UnfinishedFiles.Discard(_file.Name);
        return _file.DisposeAsync();
    }

    /// <summary>Deletes a lock of a dead program's, unless another one has taken it since. Never throws.</summary>
    internal static void DeleteIfFree(string path)
    {
        if (File.Exists(path) && TryTake(path) is { } file)
        {
            UnfinishedFiles.Delete(path);
            file.Dispose();
        }
    }

    private static FileStream? TryTake(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException exception) when (TransientErrors.Includes(exception))
        {
            return null;
        }

        if (HasName(file))
        {
            return file;
        }

        file.Dispose();
        return null;
    }

    /// <summary>
    /// Whether the file still has its name: its holder may have deleted it after it was opened here, and another may be there by
    /// now. Linux says of a deleted one that it is.
    /// </summary>
    private static bool HasName(FileStream file) =>
        !OperatingSystem.IsLinux()
        || (new FileInfo($"/proc/self/fd/{file.SafeFileHandle.DangerousGetHandle()}").LinkTarget?.EndsWith(Extension, StringComparison.Ordinal) ?? false);
}
