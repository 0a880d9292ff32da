using Microsoft.Extensions.Options;
using ShortsFactory.Downloads;
using ShortsFactory.Downloads.Files;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Models.Install;

/// <summary>Fetches a model's archive, as any other file is fetched, and tells of it as of a step of an installation. Thread-safe for different files.</summary>
internal sealed class ArchiveDownload(FileDownload download, MediaTasks tasks, IOptions<ModelOptions> options)
{
    /// <summary>Fetches the archive, or the rest of it.</summary>
    /// <exception cref="ModelInstallException">It cannot be had.</exception>
    public async Task FetchAsync(
        string model, Uri address, string path, ResourceScope scope, IProgress<InstallProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            var request = new FileRequest
            {
                Address = WebAddress.Parse(address.AbsoluteUri),
                Path = path,
                SizeLimit = options.Value.ArchiveLimit,
                SizeSetting = "Models:ArchiveLimit",
            };
            var response = default(FileResponse);
            await tasks.Submit(
                MediaTaskKind.Download,
                model,
                async context => response = await download.FetchAsync(request, new Relay(context.Progress, progress), context.CancellationToken).ConfigureAwait(false),
                cancellationToken,
                scope).Completion.ConfigureAwait(false);
            if (response.IsPage)
            {
                throw new InvalidInputException("the server sent a web page instead of an archive.", request.Address.ToString());
            }
        }
        catch (Exception exception) when (exception is InvalidInputException or DownloadException or MediaTaskTimedOutException)
        {
            throw new ModelInstallException(model, exception.Message, exception)
            {
                Advice = exception is MediaTaskTimedOutException
                    ? "Run it again: it goes on from there. MediaTasks:DownloadTimeLimit can be raised."
                    : $"{((ShortsFactoryException)exception).Advice} Another address, or a file that you fetched yourself, can be given with --from.".TrimStart(),
            };
        }
    }

    private sealed class Relay(IProgress<MediaProgress> task, IProgress<InstallProgress> installation) : IProgress<MediaProgress>
    {
        public void Report(MediaProgress value)
        {
            task.Report(value);
            installation.Report(value.Step.Length > 0 ? new InstallProgress("waiting", 0, value.Step) : InstallProgress.Downloading((long)value.Done, (long?)value.Total));
        }
    }
}
