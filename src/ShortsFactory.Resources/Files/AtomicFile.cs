namespace ShortsFactory.Resources;

/// <summary>
/// Writes files so that a reader, a crash or a power cut sees the old one or the whole new one, never half of it.
/// Errors that may pass, as those of a network share, are outlasted for a second. A cancel is heard before the writing begins. Thread-safe.
/// </summary>
public static class AtomicFile
{
    /// <summary>Writes <paramref name="text"/> as UTF-8 to <paramref name="path"/>, replacing what is there.</summary>
    /// <exception cref="IOException">The file cannot be written; what was there before is still there.</exception>
    public static Task WriteTextAsync(string path, string text, CancellationToken cancellationToken) =>
        Task.Run(() => Replace(path, temporary =>
        {
            TransientErrors.Outlast(() => File.WriteAllText(temporary, text));
            Commit(temporary, path);
        }), cancellationToken);

    /// <summary>
    /// Publishes a finished file under <paramref name="target"/>, replacing what is there; it may come from another file
    /// system. The source is gone afterwards, and still there after an error.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written; what was there before is still there.</exception>
    public static Task PublishAsync(string source, string target, CancellationToken cancellationToken) =>
        Task.Run(() =>
        {
            FlushToDisk(source);
            Replace(target, temporary => Move(source, temporary, target));
        }, cancellationToken);

    /// <summary>Publishes a copy of a file under <paramref name="target"/>, replacing what is there.</summary>
    /// <exception cref="IOException">The file cannot be written; what was there before is still there.</exception>
    public static Task CopyAsync(string source, string target, CancellationToken cancellationToken) =>
        Task.Run(() => Replace(target, temporary =>
        {
            File.Copy(source, temporary);
            Commit(temporary, target);
        }), cancellationToken);

    private static void Replace(string target, Action<string> write)
    {
        var temporary = UnfinishedFiles.NewPathBeside(target);
        UnfinishedFiles.Add(temporary);
        try
        {
            write(temporary);
        }
        finally
        {
            UnfinishedFiles.Discard(temporary);
        }
    }

    private static void Move(string source, string temporary, string target)
    {
        // A move renames where it can, and copies where the file systems differ; under the temporary name a copy may be seen half done.
        File.Move(source, temporary);
        try
        {
            Commit(temporary, target);
        }
        catch
        {
            File.Move(temporary, source);
            throw;
        }
    }

    private static void Commit(string temporary, string target)
    {
        FlushToDisk(temporary);
        TransientErrors.Outlast(() => File.Move(temporary, target, overwrite: true));
    }

    private static void FlushToDisk(string path) => TransientErrors.Outlast(() =>
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    });
}
