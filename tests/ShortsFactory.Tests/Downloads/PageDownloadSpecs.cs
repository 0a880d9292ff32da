using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using ShortsFactory.Downloads;
using ShortsFactory.Downloads.Network;
using ShortsFactory.Downloads.Pages;
using ShortsFactory.Media;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Downloads;

/// <summary>Pages by yt-dlp: the real one on a server on loopback, and ones that misbehave.</summary>
public sealed class PageDownloadSpecs
{
    private const int Limit = 60_000;
    private const string Mark = "stray-of-page-specs";

    [Fact]
    public void The_program_is_told_what_it_may_do_and_not_the_address()
    {
        var command = new YtDlp(Options.Create(new DownloadOptions()), Options.Create(new MediaOptions()))
            .Fetch(WebAddress.Parse("https://u:secret@host/watch?v=-x"), "/scope/page", "http://127.0.0.1:1", new YtDlpOutput(new Progress<MediaProgress>()));

        Golden.Matches(string.Join('\n', command.Arguments) + "\n", "YtDlp");
        Assert.Equal("https://u:secret@host/watch?v=-x\n", command.StandardInput);
        Assert.All(["no_proxy", "NO_PROXY", "http_proxy", "HTTPS_PROXY"], name => Assert.Empty(command.Environment[name]));
    }

    [Fact(Timeout = Limit)]
    public async Task The_real_program_fetches_the_video_of_a_page_through_the_proxy()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(Encoding.UTF8.GetBytes("<!doctype html><title>My holiday</title><video src='clip.mp4'></video>"));
        server.Others["/clip.mp4"] = await ClipAsync(run);

        var (path, name) = await FetchAsync(run, server.At("/page?token=secret"), DownloadBench.Patience());

        Assert.Equal(server.Others["/clip.mp4"], await File.ReadAllBytesAsync(path, Token));
        Assert.Equal("My holiday (1)", name);
    }

    [Fact(Timeout = Limit)]
    public async Task The_real_program_reaches_no_address_that_is_not_allowed_whatever_the_page_names()
    {
        await using var run = new TestRun();
        await using var server = new FileServer([]);
        server.Others["/page"] = Encoding.UTF8.GetBytes($"<!doctype html><title>x</title><video src='http://127.0.0.2:{server.Address.Port}/secret.mp4'></video>");
        var options = Options.Create(DownloadBench.Patience());
        var connections = new CheckedConnections(address => address.Equals(IPAddress.Loopback));
        var pages = new PageDownload(new YtDlp(options, Options.Create(new MediaOptions())), connections, options);
        await using var scope = run.Scope.Open("page");

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => pages.FetchAsync(
            WebAddress.Parse(server.At("/page").AbsoluteUri), scope, new Progress<MediaProgress>(), Token));

        Assert.Contains("127.0.0.2 is an address of this machine", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.RequestHeaders, headers => headers[0].Contains("secret", StringComparison.Ordinal));
    }

    [Fact(Timeout = Limit)]
    public async Task Its_progress_is_told_and_its_title_is_the_name()
    {
        await using var run = new TestRun();
        var options = With(run, "echo 'shorts-title My: clip / part 1'; echo 'shorts-progress 50 100 NA'; echo noise; echo 'shorts-progress NA NA NA'; echo 'shorts-progress 75.5 NA 200'; echo x > video.mp4");
        var reports = new Reports();

        var (path, name) = await FetchAsync(run, new Uri("http://host/page"), options, reports);

        Assert.Equal(("video.mp4", "My: clip - part 1"), (Path.GetFileName(path), name));
        Assert.Equal([new MediaProgress(50, 100), new MediaProgress(75.5, 200)], reports.All);
    }

    [Theory(Timeout = Limit)]
    [InlineData("sleep 300")]
    [InlineData("while :; do echo noise; echo noise >&2; done")]
    [InlineData("while :; do echo 'shorts-progress 1 100 NA'; sleep 0.05; done")]
    public async Task One_that_gets_nowhere_is_stopped_whatever_it_prints(string behaviour)
    {
        await using var run = new TestRun();

        var error = await Assert.ThrowsAsync<ProcessTimedOutException>(() => FetchAsync(run, new Uri("http://host/page"), With(run, behaviour)));

        Assert.True(error.Stalled);
    }

    [Theory(Timeout = Limit)]
    [InlineData($"setsid bash -c 'exec -a {Mark} sleep 300' & exec sleep 300")]
    [InlineData($"setsid bash -c 'exec -a {Mark} sleep 300' & trap '' INT TERM; sleep 300; sleep 300")]
    public async Task Its_grandchildren_end_with_it(string behaviour)
    {
        await using var run = new TestRun();
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var options = With(run, behaviour);
        options.StallLimit = TimeSpan.FromMinutes(1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FetchAsync(run, new Uri("http://host/page"), options, cancellationToken: cancel.Token));

        Assert.DoesNotContain(Process.GetProcesses(), process => CommandLineOf(process).StartsWith(Mark, StringComparison.Ordinal));
    }

    [Fact(Timeout = Limit)]
    public async Task Its_error_is_told_in_its_words_without_credentials()
    {
        await using var run = new TestRun();
        var options = With(run, "echo 'WARNING: x' >&2; echo \"ERROR: [generic] $address: HTTP Error 403: Forbidden\" >&2; exit 1");

        var error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(run, new Uri("http://anna:secret@host/page?token=secret"), options));

        Assert.Equal("http://host/page: yt-dlp could not fetch the page's video: [generic] http://host/page HTTP Error 403: Forbidden", error.Message);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task A_page_without_a_video_is_told_as_that()
    {
        await using var run = new TestRun();

        var unsupported = await Assert.ThrowsAsync<InvalidInputException>(
            () => FetchAsync(run, new Uri("http://host/page"), With(run, "echo \"ERROR: Unsupported URL: $address\" >&2; exit 1")));
        var nothing = await Assert.ThrowsAsync<InvalidInputException>(() => FetchAsync(run, new Uri("http://host/page"), With(run, "exit 0")));

        Assert.Contains("without a video that yt-dlp finds", unsupported.Message, StringComparison.Ordinal);
        Assert.Contains("has no video that is complete", nothing.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task A_video_that_grows_too_large_is_stopped()
    {
        await using var run = new TestRun();
        var options = With(run, "n=0; while :; do n=$((n+400000)); echo \"shorts-progress $n NA NA\"; done");
        options.SizeLimit = 1_000_000;

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => FetchAsync(run, new Uri("http://host/page"), options));

        Assert.Contains("larger than 1000000 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Its_absence_is_told_with_what_to_install()
    {
        await using var run = new TestRun();
        var options = DownloadBench.Patience();
        options.YtDlp = "no-yt-dlp-here";

        var error = await Assert.ThrowsAsync<ToolMissingException>(() => FetchAsync(run, new Uri("http://host/page"), options));

        Assert.Contains("http://host/page is a web page", error.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install yt-dlp", error.Advice, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static DownloadOptions With(TestRun run, string behaviour)
    {
        var options = DownloadBench.Patience();
        options.YtDlp = FakeYtDlp.Write(run, behaviour);
        options.StallLimit = TimeSpan.FromMilliseconds(300);
        return options;
    }

    private static async Task<(string Path, string Name)> FetchAsync(
        TestRun run, Uri address, DownloadOptions options, IProgress<MediaProgress>? progress = null, CancellationToken? cancellationToken = null)
    {
        var configured = Options.Create(options);
        var pages = new PageDownload(new YtDlp(configured, Options.Create(new MediaOptions())), CheckedConnections.For(options), configured);
        return await pages.FetchAsync(
            WebAddress.Parse(address.AbsoluteUri), run.Scope.Open("page"), progress ?? new Progress<MediaProgress>(), cancellationToken ?? Token);
    }

    private static async Task<byte[]> ClipAsync(TestRun run)
    {
        var path = run.Scope.PathOf("clip.mp4");
        await run.Scope.RunAsync(
            new ProcessCommand { FileName = "ffmpeg", Arguments = ["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=64x64:rate=10:duration=1", path] }, Token);
        return await File.ReadAllBytesAsync(path, Token);
    }

    private static string CommandLineOf(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile.
            return "";
        }
    }

    private sealed class Reports : IProgress<MediaProgress>
    {
        public List<MediaProgress> All { get; } = [];

        public void Report(MediaProgress value) => All.Add(value);
    }
}
