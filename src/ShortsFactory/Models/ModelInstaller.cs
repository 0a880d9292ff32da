using System.Text.Json;
using Microsoft.Extensions.Options;
using ShortsFactory.Caching;
using ShortsFactory.Downloads.Files;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Models.Install;
using ShortsFactory.Pipeline;
using ShortsFactory.Recognition;
using ShortsFactory.Resources;

namespace ShortsFactory.Models;

/// <summary>
/// Installs recognition models: fetches the archive, checks it, unpacks it, opens it once with the recogniser, and only then lets it
/// appear, as a whole.
/// </summary>
public sealed class ModelInstaller
{
    private readonly ModelCatalog _catalog;
    private readonly Home _home;
    private readonly ModelOptions _options;
    private readonly RecognitionOptions _recognition;
    private readonly ArchiveDownload _download;
    private readonly string _directory;

    /// <summary>Installs where <paramref name="options"/> say.</summary>
    internal ModelInstaller(
        ModelCatalog catalog, Home home, IOptions<ModelOptions> options, IOptions<RecognitionOptions> recognition, FileDownload download, MediaTasks tasks)
    {
        _catalog = catalog;
        _home = home;
        _options = options.Value;
        _recognition = recognition.Value;
        _download = new ArchiveDownload(download, tasks, options);
        _directory = _options.ResolveDirectory();
    }

    /// <summary>Installs a model; one that is there and whole is left as it is.</summary>
    /// <exception cref="InvalidInputException">There is no such model, or the request cannot be used.</exception>
    /// <exception cref="ModelInstallException">It cannot be had, or is not what it should be; nothing was installed.</exception>
    public async Task<InstallResult> InstallAsync(
        InstallRequest request, ResourceScope scope, IProgress<InstallProgress> progress, CancellationToken cancellationToken)
    {
        var source = ModelSource.Resolve(request, _catalog);
        var target = TargetOf(request.Name);
        using var directory = InstallDirectory.Open(_directory, request.Name);
        if (_catalog.List().FirstOrDefault(model => string.Equals(model.Name, request.Name, StringComparison.Ordinal)) is { } there
            && (await there.VerifyAsync(cancellationToken).ConfigureAwait(false)).Count == 0)
        {
            return new InstallResult(there, Sha256: null, IsPinned: false);
        }

        var archive = source.Path ?? directory.DownloadPath(request.Name);
        if (source.Address is { } address)
        {
            await _download.FetchAsync(request.Name, address, archive, scope, progress, cancellationToken).ConfigureAwait(false);
        }

        var pins = new ModelPins(_directory);
        var expected = source.Sha256 ?? pins.Find(request.Name);
        progress.Report(new InstallProgress("checking", 0, "SHA-256"));
        var sha256 = await Task.Run(() => Fingerprint.OfFile(archive), cancellationToken).ConfigureAwait(false);
        if (expected is not null && !string.Equals(expected, sha256, StringComparison.OrdinalIgnoreCase))
        {
            Forget(source, archive);
            throw new ModelInstallException(
                request.Name, $"the archive has the SHA-256 {sha256} instead of {expected}{(source.Sha256 is null ? ", which it had when it was first installed" : "")}.")
            {
                Advice = "Run it again. If that does not help, it is not the file that it should be; --sha256 takes another checksum that you trust.",
            };
        }

        await PutInPlaceAsync(source, archive, target, directory, scope, progress, cancellationToken).ConfigureAwait(false);
        if (expected is null)
        {
            await pins.AddAsync(request.Name, sha256, cancellationToken).ConfigureAwait(false);
        }

        Forget(source, archive);
        return new InstallResult(_catalog.Get(request.Name), sha256, IsPinned: expected is null);
    }

    /// <summary>Removes a model that was installed.</summary>
    /// <exception cref="InvalidInputException">There is no such model, or it comes with the product.</exception>
    public void Remove(string name)
    {
        var target = TargetOf(name);
        if (!Directory.Exists(target))
        {
            var isProducts = _catalog.List().Any(model => string.Equals(model.Name, name, StringComparison.Ordinal));
            throw new InvalidInputException(isProducts
                ? $"the model '{name}' comes with the product and is not removed."
                : $"no model '{name}' is installed.{Suggestion.For(name, _catalog.List().Where(model => model.IsUsers).Select(model => model.Name))}")
            {
                Advice = "'shorts models list' shows what is installed.",
            };
        }

        using var directory = InstallDirectory.Open(_directory, name);
        directory.Withdraw(target);
    }

    private string TargetOf(string name) =>
        _catalog.InstalledPath(name) ?? throw new InvalidInputException($"'{name}' is not the name of a model.") { Advice = "'shorts models list' shows them all." };

    /// <summary>Only what was fetched is ours to delete.</summary>
    private static void Forget(ModelSource source, string archive)
    {
        if (source.Address is not null)
        {
            new PartialFile(archive).Delete();
        }
    }

    private async Task PutInPlaceAsync(
        ModelSource source,
        string archive,
        string target,
        InstallDirectory directory,
        ResourceScope scope,
        IProgress<InstallProgress> progress,
        CancellationToken cancellationToken)
    {
        var unfinished = directory.CreateUnfinished();
        try
        {
            var files = await ModelArchive.UnpackAsync(archive, unfinished, _options.UnpackedLimit, progress, cancellationToken).ConfigureAwait(false);
            if (ModelLayout.FindMissing(files) is { } missing)
            {
                throw new ArchiveException($"the archive is no VOSK model: it has no {missing}.");
            }

            var manifest = new ModelManifest
            {
                Name = source.Name,
                Language = source.Language,
                Description = source.Description,
                Licence = source.Licence,

                // One that comes in the archive gives way to ours.
                Files = [.. files.Where(file => !string.Equals(file.Path, ModelManifest.FileName, StringComparison.Ordinal))],
            };
            await AtomicFile.WriteTextAsync(
                Path.Combine(unfinished, ModelManifest.FileName),
                JsonSerializer.Serialize(manifest, ModelJsonContext.Default.ModelManifest),
                cancellationToken).ConfigureAwait(false);
            progress.Report(new InstallProgress("opening", 0, "the recogniser opens it once"));
            await OpenAsync(unfinished, scope, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            directory.Publish(unfinished, target);
        }
        catch (ArchiveException exception)
        {
            Forget(source, archive);
            throw new ModelInstallException(source.Name, exception.Message, exception) { Advice = "Run it again; if that does not help, the file at that address is not a model." };
        }
        finally
        {
            InstallDirectory.Discard(unfinished);
        }
    }

    private async Task OpenAsync(string model, ResourceScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var installation = RecognizerInstallation.Find(_recognition, _home);
            var client = RecognizerClient.Start(scope, installation.Command(workers: 1), _recognition, model, cancellationToken);
            await client.FindUnknownAsync(["a"], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ModelInvalidException or RecognizerException)
        {
            throw new ArchiveException($"the recogniser cannot open it. {exception.Message}", exception);
        }
    }
}
