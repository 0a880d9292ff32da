using ShortsFactory.Caching;
using ShortsFactory.Pipeline.Manifests;
using ShortsFactory.Resources;

namespace ShortsFactory.Pipeline;

/// <summary>
/// Publishes a finished short: the video, its sidecars, and last of all the manifest. Each file appears whole or not at all, and
/// from <see cref="OpenAsync"/> to disposal no other run writes them.
/// </summary>
internal sealed class Delivery(ShortRequest request, ResourceScopes scopes) : IAsyncDisposable
{
    private const string ChooseAnother = "Choose another name or folder with -o.";

    private readonly List<string> _made = [];
    private FileLock? _lock;

    /// <summary>Makes the output folder, checks that it can be written to, before any work is done for it, and waits for other runs that write there.</summary>
    /// <exception cref="InvalidInputException">The folder cannot be made or written to, or the script would be replaced.</exception>
    /// <exception cref="FileLockedException">Another run still writes the same output after <paramref name="waitLimit"/>.</exception>
    public async Task OpenAsync(TimeSpan waitLimit, Action<string> warn, CancellationToken cancellationToken)
    {
        if (request.Replaces(request.ScriptPath))
        {
            throw ReplacesInput(request.ScriptPath);
        }

        if (request.Outputs.FirstOrDefault(Directory.Exists) is { } occupied)
        {
            throw new InvalidInputException("a folder stands where the video or a file beside it would be written.", occupied) { Advice = ChooseAnother };
        }

        _made.AddRange(MissingFolders());
        MakeFolder(Path.GetDirectoryName(request.OutputPath)!);
        _lock = await scopes.LockAsync(
            request.OutputPath,
            waitLimit,
            holder => warn($"'{request.OutputPath}' is being written by {holder}: waiting for it."),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets others write; folders that were made for nothing are removed again.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_lock is not null)
        {
            await _lock.DisposeAsync().ConfigureAwait(false);
        }

        foreach (var folder in _made.Where(Directory.Exists).TakeWhile(folder => !Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            RemoveIfEmpty(folder);
        }
    }

    /// <summary>The folders that will have to be made, the innermost first.</summary>
    private IEnumerable<string> MissingFolders()
    {
        for (var folder = Path.GetDirectoryName(request.OutputPath); folder is not null && !Path.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }

    private static void RemoveIfEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another run has put something there, or removed it: either way it is not ours any more.
        }
    }

    /// <summary>The error for a file that the user gave and that the run would write over.</summary>
    public static InvalidInputException ReplacesInput(string path) =>
        new("the output, or a file beside it, would replace this input.", path) { Advice = ChooseAnother };

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(
                Path.Combine(folder, $".{Guid.NewGuid():N}.partial"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"the output folder cannot be written to: {exception.Message}", folder, innerException: exception)
            {
                Advice = "Choose another place with -o, or change the folder's permissions.",
            };
        }
    }

    /// <summary>Publishes everything but the manifest, and says what it was. It takes moments and is not cut in the middle: an interrupt waits for its end.</summary>
    public async Task<IReadOnlyList<ManifestFile>> PublishAsync(Short draft)
    {
        var video = draft.Video ?? throw new InvalidOperationException("There is no video to publish.");
        var captions = draft.Captions ?? throw new InvalidOperationException("There are no captions to publish.");

        // An older manifest would vouch for files that are being replaced.
        File.Delete(Sidecar(".json"));
        return
        [
            await PublishAsync(captions.SrtPath, Sidecar(".srt")).ConfigureAwait(false),
            await PublishAsync(captions.VttPath, Sidecar(".vtt")).ConfigureAwait(false),
            await PublishAsync(captions.LrcPath, Sidecar(".lrc")).ConfigureAwait(false),
            await PublishAsync(captions.AssPath, Sidecar(".ass")).ConfigureAwait(false),
            await PublishAsync(video.CoverPath, Sidecar(".jpg")).ConfigureAwait(false),
            await PublishAsync(video.Path, request.OutputPath).ConfigureAwait(false),
        ];
    }

    public Task PublishAsync(Manifest manifest) =>
        AtomicFile.WriteTextAsync(Sidecar(".json"), manifest.ToJson() + "\n", CancellationToken.None);

    private static async Task<ManifestFile> PublishAsync(string source, string target)
    {
        var file = new ManifestFile { Name = Path.GetFileName(target), Size = new FileInfo(source).Length, Sha256 = Fingerprint.OfFile(source) };
        await AtomicFile.PublishAsync(source, target, CancellationToken.None).ConfigureAwait(false);
        return file;
    }

    private string Sidecar(string extension) => Path.ChangeExtension(request.OutputPath, extension);
}
