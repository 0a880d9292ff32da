using Microsoft.Extensions.Options;
using ShortsFactory.Downloads.Network;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Downloads.Pages;

/// <summary>Fetches the video of a web page, with yt-dlp behind a proxy that makes its connections.</summary>
internal sealed class PageDownload(YtDlp ytDlp, CheckedConnections connections, IOptions<DownloadOptions> options)
{
    private const string UpdateAdvice =
        "Sites change often, and yt-dlp with them: put a newer one first on the PATH, or name it in Downloads:YtDlp. Or fetch the video yourself and give the file's path.";

    private const long PagesLimit = 64 << 20;

    private readonly DownloadOptions _options = options.Value;

    /// <summary>Fetches the page's video into the scope's directory; returns its path, and its title as its name.</summary>
    /// <exception cref="InvalidInputException">The page has no video that may be fetched.</exception>
    /// <exception cref="DownloadException">yt-dlp could not fetch it.</exception>
    /// <exception cref="ToolMissingException">There is no yt-dlp.</exception>
    public async Task<(string Path, string Name)> FetchAsync(WebAddress address, ResourceScope scope, IProgress<MediaProgress> progress, CancellationToken cancellationToken)
    {
        DiskSpace.Require(scope.Directory, _options.FreeDisk, $"{address}.");
        var directory = Directory.CreateDirectory(scope.PathOf("page")).FullName;
        var output = new YtDlpOutput(new SizeWatch(address, _options.SizeLimit, progress));

        // Beside the video it brings pages and lists.
        var proxy = CheckingProxy.Start(connections, Math.Max(_options.SizeLimit, _options.SizeLimit + PagesLimit));
        await using (proxy.ConfigureAwait(false))
        {
            try
            {
                await scope.RunAsync(ytDlp.Fetch(address, directory, proxy.Address, output), cancellationToken).ConfigureAwait(false);
            }
            catch (ProcessFailedException exception)
            {
                ThrowIfRefused(address, proxy);
                throw DiskSpace.Explain(exception, directory) ?? Explain(address, exception);
            }
            catch (ToolMissingException exception)
            {
                throw new ToolMissingException(YtDlp.Package, $"{address} is a web page, and '{_options.YtDlp}', which fetches the video of a page, cannot be started.", exception)
                {
                    Advice = "Install it (apt-get install yt-dlp), name another one in Downloads:YtDlp, or give the address of the video itself.",
                };
            }

            ThrowIfRefused(address, proxy);
        }

        return Fetched(directory) is { } path
            ? (path, output.Title)
            : throw new InvalidInputException("the page has no video that is complete and within the limits; a broadcast that still runs is none.", address.ToString()) { Advice = UpdateAdvice };
    }

    private static string? Fetched(string directory) =>
        new DirectoryInfo(directory).EnumerateFiles().Where(file => file.LinkTarget is null).MaxBy(file => file.Length)?.FullName;

    private void ThrowIfRefused(WebAddress address, CheckingProxy proxy)
    {
        if (proxy.ReachedLimit)
        {
            throw SizeWatch.TooLarge(address, _options.SizeLimit);
        }

        if (proxy.Refusal is { } refused)
        {
            throw refused.For(address);
        }
    }

    /// <summary>Its own words, without the addresses in them, and without the exception, whose text has them.</summary>
    private static Exception Explain(WebAddress address, ProcessFailedException exception)
    {
        const string mark = "ERROR: ";
        var line = exception.StandardErrorTail.Split('\n').LastOrDefault(text => text.StartsWith(mark, StringComparison.Ordinal));
        var reason = line is null ? $"yt-dlp failed with exit code {exception.ExitCode}." : $"yt-dlp could not fetch the page's video: {WebAddress.Redact(line[mark.Length..]).Trim()}";
        return line?.Contains("Unsupported URL", StringComparison.Ordinal) is true
            ? new InvalidInputException("it is a web page without a video that yt-dlp finds.", address.ToString()) { Advice = UpdateAdvice }
            : new DownloadException(address.ToString(), reason) { Advice = UpdateAdvice };
    }

    /// <summary>Stops a download that has become too large; what it throws stops the program.</summary>
    private sealed class SizeWatch(WebAddress address, long limit, IProgress<MediaProgress> inner) : IProgress<MediaProgress>
    {
        public static InvalidInputException TooLarge(WebAddress address, long limit) =>
            new($"its video is larger than {limit} bytes.", address.ToString()) { Advice = "If it is the right one, raise Downloads:SizeLimit." };

        public void Report(MediaProgress value)
        {
            if (value.Done > limit)
            {
                throw TooLarge(address, limit);
            }

            inner.Report(value);
        }
    }
}
