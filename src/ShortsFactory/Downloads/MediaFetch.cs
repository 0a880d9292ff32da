using Microsoft.Extensions.Options;
using ShortsFactory.Caching;
using ShortsFactory.Downloads.Files;
using ShortsFactory.Downloads.Pages;
using ShortsFactory.Downloads.Store;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Downloads;

/// <summary>What a download task does: fetches the file of an address, or the video of the page that is there, and finds out what came.</summary>
internal sealed class MediaFetch(FileDownload files, PageDownload pages, ContentCheck content, IOptions<DownloadOptions> options)
{
    private readonly DownloadOptions _options = options.Value;

    /// <summary>Fetches into <paramref name="partialPath"/>, or for a page into the task's scope; returns the path and what is known of the file.</summary>
    /// <exception cref="InvalidInputException">There is nothing that can be used.</exception>
    /// <exception cref="DownloadException">The network, the server or yt-dlp failed.</exception>
    public async Task<(string Path, DownloadEntry Entry)> RunAsync(WebAddress address, string partialPath, MediaTaskContext context, IProgress<MediaProgress> progress)
    {
        var request = new FileRequest { Address = address, Path = partialPath, SizeLimit = _options.SizeLimit, SizeSetting = "Downloads:SizeLimit" };
        var response = await files.FetchAsync(request, progress, context.CancellationToken).ConfigureAwait(false);
        var (path, called) = response.IsPage
            ? await pages.FetchAsync(address, context.Scope, progress, context.CancellationToken).ConfigureAwait(false)
            : (partialPath, response.Name);
        progress.Report(new MediaProgress(new FileInfo(path).Length, Total: null, "checking"));
        try
        {
            var format = await content.IdentifyAsync(path, address, context.Scope, context.CancellationToken).ConfigureAwait(false);
            return (path, new DownloadEntry
            {
                Address = address.ToString(),
                Name = FetchedName.Of(called, MediaFormats.ExtensionFor(format, response.IsPage ? path : called)),
                Sha256 = await Task.Run(() => Fingerprint.OfFile(path), context.CancellationToken).ConfigureAwait(false),
                Length = new FileInfo(path).Length,
                Changed = File.GetLastWriteTimeUtc(path),
            });
        }
        catch (InvalidInputException)
        {
            // Nothing is to be gone on with that is not what it should be.
            new PartialFile(partialPath).Delete();
            throw;
        }
    }
}
