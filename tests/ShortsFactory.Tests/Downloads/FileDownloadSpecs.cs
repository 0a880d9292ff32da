using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ShortsFactory.Downloads;
using ShortsFactory.Downloads.Files;
using ShortsFactory.Downloads.Network;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Downloads;

/// <summary>Single files from servers on loopback that misbehave.</summary>
public sealed class FileDownloadSpecs
{
    private const int Limit = 60_000;

    private static readonly byte[] Content = [.. Enumerable.Range(0, 500_000).Select(index => (byte)(index * 7 / 3))];

    [Theory(Timeout = Limit)]
    [InlineData(100_000, 0, false)]
    [InlineData(100_000, 10, false)]
    [InlineData(null, 0, true)]
    public async Task The_whole_file_comes_through_breaks_wrong_ranges_and_refusals_that_pass(int? breaksAfter, int rangeError, bool refuses)
    {
        await using var run = new TestRun();
        await using var server = new FileServer(Content) { BreaksAfter = breaksAfter, RangeError = rangeError };
        if (refuses)
        {
            server.Refusals.Enqueue("500 Internal Server Error");
            server.Refusals.Enqueue("408 Request Timeout");
        }

        var options = DownloadBench.Patience();
        options.Attempts = 20;
        var fetching = FetchAsync(run, server.Address, options: options);
        if (rangeError > 0)
        {
            // What is not the part that was asked for is never put behind the part that is there.
            await Task.WhenAny(fetching, Until(() => server.Requests.Count > 3));
            (server.RangeError, server.BreaksAfter) = (0, null);
        }

        await fetching;
        Assert.Equal(Content, await File.ReadAllBytesAsync(PathIn(run), Token));
    }

    [Fact(Timeout = Limit)]
    public async Task A_server_that_always_sends_the_wrong_part_is_given_up()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(Content) { BreaksAfter = 100, RangeError = 5, Tag = "\"v1\"" };
        server.Refusals.Enqueue("503 Busy");

        var error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(run, server.Address));

        Assert.Contains("after 3 attempts in a row", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Redirects_are_followed_and_one_in_circles_is_given_up()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(Content);
        (server.Redirects["/a"], server.Redirects["/b"], server.Redirects["/circle"]) = ("b", server.At("/c.mp4").AbsoluteUri, "/circle");

        await FetchAsync(run, server.At("/a"));
        var error = await Assert.ThrowsAsync<InvalidInputException>(() => FetchAsync(run, server.At("/circle"), "other"));

        Assert.Equal(Content, await File.ReadAllBytesAsync(PathIn(run), Token));
        Assert.Contains("redirected more than 10 times", error.Message, StringComparison.Ordinal);
        Assert.Equal(3 + 11, server.Requests.Count);
    }

    [Theory(Timeout = Limit)]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("data:text/plain,x")]
    public async Task A_redirect_to_anything_but_the_web_is_refused(string location)
    {
        await using var run = new TestRun();
        await using var server = new FileServer(Content);
        server.Redirects["/model.zip"] = location;

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => FetchAsync(run, server.Address));

        Assert.Contains($"of the kind '{location[..location.IndexOf(':', StringComparison.Ordinal)]}:'", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(PathIn(run)));
    }

    [Fact]
    public void A_redirect_to_what_others_can_listen_to_is_refused_and_one_the_other_way_is_followed()
    {
        var address = WebAddress.Parse("https://host/a?token=secret");
        var open = new Uri("http://host/a?token=secret");

        var error = Assert.Throws<InvalidInputException>(() => RedirectingClient.Follow(address, address.Uri, open));

        Assert.Contains("from https to http (http://host/a)", error.Message, StringComparison.Ordinal);
        Assert.Equal(address.Uri, RedirectingClient.Follow(address, open, address.Uri));
        Assert.Equal("https://other/b", RedirectingClient.Follow(address, address.Uri, new Uri("//other/b", UriKind.Relative)).AbsoluteUri);
    }

    [Theory(Timeout = Limit)]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://localhost")]
    [InlineData("http://[::1]")]
    [InlineData("http://[::ffff:127.0.0.1]")]
    [InlineData("http://2130706433")]
    [InlineData("http://0x7f.1")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://10.0.0.1")]
    public async Task A_private_address_is_refused_at_once_however_it_is_written(string address)
    {
        await using var run = new TestRun();

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => FetchAsync(run, new Uri(address), options: new DownloadOptions()));

        Assert.Contains("an address of this machine or of a private network", error.Message, StringComparison.Ordinal);
        Assert.Contains("Downloads:AllowPrivate", error.Advice, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task A_redirect_to_an_address_that_is_not_allowed_is_not_connected_to()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(Content);
        server.Redirects["/model.zip"] = $"http://127.0.0.2:{server.Address.Port}/secret";
        var connections = new CheckedConnections(address => address.Equals(IPAddress.Loopback));
        using var download = new FileDownload(connections, Options.Create(DownloadBench.Patience()), TimeProvider.System);

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => download.FetchAsync(Request(run, server.Address), new Progress<MediaProgress>(), Token));

        Assert.Contains("127.0.0.2 is an address of this machine", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact(Timeout = Limit)]
    public async Task A_name_and_password_go_to_their_own_site_alone()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(Content);
        await using var other = new FileServer(Content);
        server.Redirects["/a"] = "/b";
        server.Redirects["/b"] = other.At("/c").AbsoluteUri;

        await FetchAsync(run, new UriBuilder(server.At("/a")) { UserName = "anna", Password = "p%40ss" }.Uri);

        Assert.All(server.RequestHeaders, headers => Assert.Contains($"Authorization: Basic {Convert.ToBase64String("anna:p@ss"u8)}", headers));
        Assert.DoesNotContain(other.RequestHeaders.Single(), header => header.StartsWith("Authorization", StringComparison.Ordinal));
    }

    [Fact(Timeout = Limit)]
    public async Task Endless_data_ends_at_the_limit_of_the_size_and_a_promise_above_it_at_once()
    {
        await using var run = new TestRun();
        await using var endless = new FileServer(Content) { IsEndless = true };
        await using var large = new FileServer(Content) { Lie = 10_000_000 };
        var options = DownloadBench.Patience();
        options.SizeLimit = 2_000_000;

        var flooded = await Assert.ThrowsAsync<InvalidInputException>(() => FetchAsync(run, endless.Address, options: options));
        var promised = await Assert.ThrowsAsync<InvalidInputException>(() => FetchAsync(run, large.Address, "other", options));

        Assert.Contains("larger than 2000000 bytes", flooded.Message, StringComparison.Ordinal);
        Assert.Contains("raise Downloads:SizeLimit", promised.Advice, StringComparison.Ordinal);
        Assert.False(File.Exists(PathIn(run)) || File.Exists(PathIn(run, "other")));
    }

    [Fact(Timeout = Limit)]
    public async Task The_disk_keeps_the_room_that_is_to_stay_free()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(Content);
        var options = DownloadBench.Patience();
        options.FreeDisk = 1L << 60;

        var error = await Assert.ThrowsAsync<DiskFullException>(() => FetchAsync(run, server.Address, options: options));

        Assert.Contains("Downloads:FreeDisk", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task A_server_is_waited_for_as_long_as_it_asks_but_not_for_ever()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(Content);
        server.Refusals.Enqueue("429 Too Many Requests\r\nRetry-After: 40");
        server.Refusals.Enqueue("503 Service Unavailable\r\nRetry-After: 86400");
        var clock = new FakeTimeProvider();
        using var download = new FileDownload(CheckedConnections.For(DownloadBench.Patience()), Options.Create(DownloadBench.Patience()), clock);
        var steps = new Steps();
        var fetching = download.FetchAsync(Request(run, server.Address), steps, Token);

        await Until(() => steps.All.Count == 1);
        clock.Advance(TimeSpan.FromSeconds(40));
        await Until(() => steps.All.Count == 2);
        clock.Advance(TimeSpan.FromSeconds(60));
        await fetching;

        Assert.Equal(["waiting 40 s: the server answered 429", "waiting 60 s: the server answered 503"], steps.All);
    }

    [Theory(Timeout = Limit)]
    [InlineData("<!DOCTYPE html><title>x</title>", true)]
    [InlineData("\uFEFF\n  <HTML lang=en>", true)]
    [InlineData("<?xml version='1.0'?><!DOCTYPE html><html>", true)]
    [InlineData("<svg></svg>", false)]
    public async Task A_page_is_told_from_a_file_by_how_it_begins(string text, bool isPage)
    {
        await using var run = new TestRun();
        await using var server = new FileServer(System.Text.Encoding.UTF8.GetBytes(text)) { Headers = ["Content-Type: video/mp4"] };

        var response = await FetchAsync(run, server.Address);

        Assert.Equal(isPage, response.IsPage);
        Assert.Equal(!isPage, File.Exists(PathIn(run)));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string PathIn(TestRun run, string name = "file") => run.Scope.PathOf(name);

    private static FileRequest Request(TestRun run, Uri address, string name = "file", long sizeLimit = 10_000_000) => new()
    {
        Address = WebAddress.Parse(address.AbsoluteUri),
        Path = PathIn(run, name),
        SizeLimit = sizeLimit,
        SizeSetting = "Downloads:SizeLimit",
    };

    private static Task<FileResponse> FetchAsync(TestRun run, Uri address, string name = "file", DownloadOptions? options = null) =>
        DownloadBench.Files(run, options).FetchAsync(
            Request(run, address, name, Math.Min(options?.SizeLimit ?? 10_000_000, 10_000_000)), new Progress<MediaProgress>(), Token);

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(5, Token);
        }
    }

    private sealed class Steps : IProgress<MediaProgress>
    {
        public List<string> All { get; } = [];

        public void Report(MediaProgress value)
        {
            if (value.Step.Length > 0)
            {
                All.Add(value.Step);
            }
        }
    }
}
