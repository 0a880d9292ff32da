using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ShortsFactory.Caching;
using ShortsFactory.Downloads;
using ShortsFactory.Downloads.Files;
using ShortsFactory.Downloads.Network;
using ShortsFactory.Downloads.Pages;
using ShortsFactory.Media;
using ShortsFactory.Media.Tasks;

namespace ShortsFactory.Tests.Downloads;

/// <summary>Downloads over the scopes of a test, from servers on loopback.</summary>
internal static class DownloadBench
{
    /// <summary>Options for servers that misbehave: loopback is allowed, and nothing is waited for.</summary>
    public static DownloadOptions Patience() =>
        new() { AllowPrivate = true, RetryDelay = TimeSpan.Zero, StallLimit = TimeSpan.FromSeconds(2), Attempts = 3, FreeDisk = 0 };

    public static FileDownload Files(TestRun run, DownloadOptions? options = null)
    {
        var configured = Configured(options);
        return run.Own(new FileDownload(CheckedConnections.For(configured.Value), configured, TimeProvider.System));
    }

    public static MediaTasks Tasks(TestRun run, MediaTaskOptions? options = null) =>
        new(run.Scopes, Options.Create(options ?? new MediaTaskOptions()), TimeProvider.System, NullLogger<MediaTasks>.Instance);

    public static MediaDownloads Downloads(TestRun run, DownloadOptions? options = null, MediaTaskOptions? taskOptions = null, bool keeps = true)
    {
        var configured = Configured(options);
        var media = Options.Create(new MediaOptions());
        var pages = new PageDownload(new YtDlp(configured, media), CheckedConnections.For(configured.Value), configured);
        return new MediaDownloads(
            Tasks(run, taskOptions),
            new MediaFetch(Files(run, configured.Value), pages, new ContentCheck(new Ffmpeg(media)), configured),
            run.Scopes,
            configured,
            Options.Create(taskOptions ?? new MediaTaskOptions()),
            Options.Create(new CacheOptions { Directory = CacheOf(run), Enabled = keeps }),
            TimeProvider.System,
            NullLogger<MediaDownloads>.Instance);
    }

    /// <summary>The cache of a test.</summary>
    public static string CacheOf(TestRun run) => run.Scope.PathOf("cache");

    private static IOptions<DownloadOptions> Configured(DownloadOptions? options) => Options.Create(options ?? Patience());
}
