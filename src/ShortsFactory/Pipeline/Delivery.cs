using ShortsFactory.Pipeline.Manifests;
using ShortsFactory.Resources;

namespace ShortsFactory.Pipeline;

/// <summary>Publishes a finished short: the video, its sidecars, and last of all the manifest. Each file appears whole or not at all.</summary>
internal sealed class Delivery
{
    private const string ChooseAnother = "Choose another name or folder with -o.";

    private readonly string _outputPath;

    private Delivery(string outputPath) => _outputPath = outputPath;

    /// <summary>Makes the output folder and checks that it can be written to, before any work is done for it.</summary>
    /// <exception cref="InvalidInputException">The folder cannot be made or written to, or the script would be replaced.</exception>
    public static Delivery Open(ShortRequest request)
    {
        if (request.Outputs.Contains(request.ScriptPath, StringComparer.Ordinal))
        {
            throw ReplacesInput(request.ScriptPath);
        }

        if (request.Outputs.FirstOrDefault(Directory.Exists) is { } occupied)
        {
            throw new InvalidInputException("a folder stands where the video or a file beside it would be written.", occupied) { Advice = ChooseAnother };
        }

        MakeFolder(Path.GetDirectoryName(request.OutputPath)!);
        return new Delivery(request.OutputPath);
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

    /// <summary>Publishes everything but the manifest. It takes moments and is not cut in the middle: an interrupt waits for its end.</summary>
    public async Task PublishAsync(Short draft)
    {
        var video = draft.Video ?? throw new InvalidOperationException("There is no video to publish.");
        var captions = draft.Captions ?? throw new InvalidOperationException("There are no captions to publish.");

        // An older manifest would vouch for files that are being replaced.
        File.Delete(Sidecar(".json"));
        await AtomicFile.PublishAsync(captions.SrtPath, Sidecar(".srt"), CancellationToken.None).ConfigureAwait(false);
        await AtomicFile.PublishAsync(captions.VttPath, Sidecar(".vtt"), CancellationToken.None).ConfigureAwait(false);
        await AtomicFile.PublishAsync(captions.LrcPath, Sidecar(".lrc"), CancellationToken.None).ConfigureAwait(false);
        await AtomicFile.PublishAsync(captions.AssPath, Sidecar(".ass"), CancellationToken.None).ConfigureAwait(false);
        await AtomicFile.PublishAsync(video.CoverPath, Sidecar(".jpg"), CancellationToken.None).ConfigureAwait(false);
        await AtomicFile.PublishAsync(video.Path, _outputPath, CancellationToken.None).ConfigureAwait(false);
    }

    public Task PublishAsync(Manifest manifest) =>
        AtomicFile.WriteTextAsync(Sidecar(".json"), manifest.ToJson() + "\n", CancellationToken.None);

    private string Sidecar(string extension) => Path.ChangeExtension(_outputPath, extension);
}
