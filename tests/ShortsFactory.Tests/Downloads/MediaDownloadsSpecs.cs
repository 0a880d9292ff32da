using System.Security.Cryptography;
using System.Text;
using ShortsFactory.Downloads;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Downloads;

/// <summary>Footage from a server on loopback, looked into by the real ffprobe and kept in a cache.</summary>
public sealed class MediaDownloadsSpecs
{
    private const int Limit = 60_000;

    private static readonly Lazy<Task<byte[]>> Picture = new(() => MakeAsync("picture.png", "-frames:v", "1"));
    private static readonly Lazy<Task<byte[]>> Clip = new(() => MakeAsync("clip.mp4"));

    [Fact(Timeout = Limit)]
    public async Task An_address_is_fetched_once_and_then_without_the_net()
    {
        await using var run = new TestRun();
        var server = new FileServer(await Clip.Value);
        var address = server.At("/my%20clip.mp4?token=x").AbsoluteUri;

        var first = await FetchAsync(run, address);
        await server.DisposeAsync();
        var second = await FetchAsync(run, address);

        Assert.Equal((false, true), (first.WasKept, second.WasKept));
        Assert.Equal((first.Path, first.Sha256, "my clip.mp4"), (second.Path, second.Sha256, second.Name));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await Clip.Value)), first.Sha256);
        Assert.Equal(await Clip.Value, await File.ReadAllBytesAsync(second.Path, Token));
        Assert.Single(server.Requests);
    }

    [Fact(Timeout = Limit)]
    public async Task An_address_is_asked_again_if_that_is_wanted_and_what_it_has_now_is_used_from_then_on()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(await Clip.Value);
        var address = server.At("/clip.mp4").AbsoluteUri;
        var first = await FetchAsync(run, address);
        (server.Content, server.Tag) = (await Picture.Value, "\"v2\"");

        var unasked = await FetchAsync(run, address);
        var asked = await FetchAsync(run, address, again: true);
        var later = await FetchAsync(run, address);

        Assert.Equal(first.Sha256, unasked.Sha256);
        Assert.NotEqual(first.Sha256, asked.Sha256);
        Assert.Equal("clip.mp4.png", asked.Name);
        Assert.Equal(asked.Sha256, later.Sha256);
    }

    [Fact(Timeout = Limit)]
    public async Task Several_that_want_the_same_address_at_once_ask_for_it_once()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(await Clip.Value) { Delay = TimeSpan.FromMilliseconds(50) };
        var address = server.At("/clip.mp4").AbsoluteUri;

        var fetched = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => FetchAsync(run, address)));

        Assert.Single(server.Requests);
        Assert.Single(fetched.Select(media => media.Path).Distinct(StringComparer.Ordinal));
    }

    [Fact(Timeout = Limit)]
    public async Task The_same_content_of_two_addresses_is_kept_once()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(await Clip.Value);

        var one = await FetchAsync(run, server.At("/one.mp4").AbsoluteUri);
        var changed = File.GetLastWriteTimeUtc(one.Path);
        var two = await FetchAsync(run, server.At("/two.mp4").AbsoluteUri);

        Assert.Equal((one.Path, "one.mp4", "two.mp4"), (two.Path, one.Name, two.Name));
        Assert.Equal(changed, File.GetLastWriteTimeUtc(two.Path));
    }

    [Fact(Timeout = Limit)]
    public async Task What_was_damaged_on_disk_is_fetched_anew_and_what_was_only_touched_is_not()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(await Clip.Value);
        var address = server.At("/clip.mp4").AbsoluteUri;
        var first = await FetchAsync(run, address);
        var made = File.GetLastWriteTimeUtc(first.Path);

        File.SetLastWriteTimeUtc(first.Path, made.AddDays(1));
        Assert.True((await FetchAsync(run, address)).WasKept);
        Assert.Equal(made, File.GetLastWriteTimeUtc(first.Path));
        var damaged = await Clip.Value;
        await File.WriteAllBytesAsync(first.Path, [.. damaged[..^1], (byte)~damaged[^1]], Token);
        Assert.False((await FetchAsync(run, address)).WasKept);

        Assert.Equal(damaged, await File.ReadAllBytesAsync(first.Path, Token));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact(Timeout = Limit)]
    public async Task A_download_that_was_cancelled_goes_on_from_there()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(await Clip.Value) { StallsAfter = 5_000 };
        var address = server.At("/clip.mp4").AbsoluteUri;
        using var cancel = new CancellationTokenSource();
        var fetching = FetchAsync(run, address, cancellationToken: cancel.Token);
        while (!Directory.Exists(Store(run)) || !Directory.EnumerateFiles(Store(run), "*.partial").Any(path => !Path.GetFileName(path).StartsWith('.') && new FileInfo(path).Length > 0))
        {
            await Task.Delay(5, Token);
        }

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
        server.StallsAfter = null;
        await FetchAsync(run, address);

        Assert.Equal(["", "Range: bytes=5000-"], server.Requests);
        Assert.Equal([".json", ".mp4"], Directory.EnumerateFiles(Store(run)).Select(Path.GetExtension).Order(StringComparer.Ordinal));
    }

    [Fact(Timeout = Limit)]
    public async Task Nothing_is_kept_where_nothing_is_to_be_kept()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(await Clip.Value);
        var downloads = DownloadBench.Downloads(run, keeps: false);
        string path;
        await using (var scope = run.Scope.Open("fetch"))
        {
            path = (await downloads.FetchAsync(WebAddress.Parse(server.At("/clip.mp4").AbsoluteUri), scope, new Progress<MediaProgress>(), again: false, Token)).Path;
            Assert.True(File.Exists(path));
        }

        Assert.False(File.Exists(path));
        Assert.False(Directory.Exists(Store(run)));
    }

    [Theory(Timeout = Limit)]
    [InlineData("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", "it is a playlist")]
    [InlineData("\uFEFF\n#EXTM3U\n/etc/passwd\n", "it is a playlist")]
    [InlineData("ffconcat version 1.0\nfile /etc/passwd\n", "it is a playlist")]
    [InlineData("<?xml version=\"1.0\"?><MPD><BaseURL>file:///etc/</BaseURL></MPD>", "it is a playlist")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"file:///etc/passwd\"/></svg>", "not a video, picture or sound")]
    [InlineData("PK\u0003\u0004", "not a video, picture or sound")]
    [InlineData("", "not a video, picture or sound")]
    public async Task What_is_no_media_or_names_other_files_is_refused_and_not_kept(string content, string mentions)
    {
        await using var run = new TestRun();
        await using var server = new FileServer(Encoding.UTF8.GetBytes(content)) { Headers = ["Content-Type: video/mp4"] };

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => FetchAsync(run, server.At("/clip.mp4?token=secret").AbsoluteUri));

        Assert.Contains(mentions, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Store(run)));
    }

    [Theory(Timeout = Limit)]
    [InlineData("x.gif", ".gif")]
    [InlineData("x.png", ".png", "-frames:v", "1")]
    [InlineData("x.jpg", ".jpg", "-frames:v", "1")]
    [InlineData("x.webp", ".webp", "-frames:v", "1")]
    [InlineData("x.bmp", ".bmp", "-frames:v", "1")]
    [InlineData("x.tiff", ".tiff", "-frames:v", "1")]
    [InlineData("x.avif", ".avif", "-frames:v", "1", "-still-picture", "1")]
    [InlineData("x.webm", ".mkv")]
    [InlineData("x.mov", ".mp4")]
    [InlineData("x.ts", ".ts")]
    [InlineData("x.avi", ".avi")]
    [InlineData("x.mpg", ".mpg", "-r", "25")]
    [InlineData("x.flv", ".flv")]
    public async Task Whatever_it_is_called_it_is_named_by_what_it_is(string made, string extension, params string[] arguments)
    {
        await using var run = new TestRun();
        await using var server = new FileServer(await MakeAsync(made, arguments));

        var unnamed = await FetchAsync(run, server.At("/get.php?id=7").AbsoluteUri);
        var named = await FetchAsync(run, server.At($"/{made}").AbsoluteUri);

        Assert.Equal(($"get.php{extension}", made), (unnamed.Name, named.Name));
        Assert.Equal(extension, Path.GetExtension(unnamed.Path));
    }

    [Theory(Timeout = Limit)]
    [InlineData("clip.mp4")]
    [InlineData("front.mp4", "-movflags", "+faststart")]
    [InlineData("fragments.mp4", "-movflags", "+frag_keyframe+empty_moov")]
    public async Task Half_a_video_is_refused_wherever_its_index_is(string made, params string[] arguments)
    {
        await using var run = new TestRun();
        var whole = await MakeAsync(made, arguments);
        await using var server = new FileServer(whole);
        await FetchAsync(run, server.At("/whole.mp4").AbsoluteUri);
        server.Lie = -whole.Length / 2;

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => FetchAsync(run, server.At("/clip.mp4").AbsoluteUri));

        Assert.Contains("it is not whole", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task A_servers_name_for_a_file_never_leads_out_of_a_folder()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(await Clip.Value) { Headers = ["Content-Disposition: attachment; filename=\"../../.ssh/config\""] };

        var media = await FetchAsync(run, server.At("/x").AbsoluteUri);

        Assert.Equal("config.mp4", media.Name);
        Assert.Equal(Store(run), Path.GetDirectoryName(media.Path));
    }

    [Fact(Timeout = Limit)]
    public async Task No_credentials_are_kept()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(await Clip.Value);

        await FetchAsync(run, new UriBuilder(server.At("/clip.mp4?token=secret")) { UserName = "anna", Password = "secret" }.Uri.AbsoluteUri);

        Assert.All(Directory.EnumerateFiles(Store(run), "*.json"), path => Assert.DoesNotContain("secret", File.ReadAllText(path), StringComparison.Ordinal));
        Assert.All(Directory.EnumerateFiles(Store(run)), path => Assert.DoesNotContain("secret", path, StringComparison.Ordinal));
    }

    [Fact(Timeout = Limit)]
    public async Task The_least_recently_used_goes_when_there_is_too_much_but_nothing_that_is_in_use()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(await Clip.Value);
        server.Others["/b.png"] = await Picture.Value;
        var options = DownloadBench.Patience();
        var downloads = DownloadBench.Downloads(run, options);
        async Task<FetchedMedia> GetAsync(string path, ResourceScope scope) =>
            await downloads.FetchAsync(WebAddress.Parse(server.At(path).AbsoluteUri), scope, new Progress<MediaProgress>(), again: false, Token);
        var scope = run.Scope.Open("first");
        var clip = await GetAsync("/a.mp4", scope);
        options.KeepLimit = 1;

        await using (var second = run.Scope.Open("second"))
        {
            var picture = await GetAsync("/b.png", second);
            Assert.True(File.Exists(clip.Path) && File.Exists(picture.Path));
        }

        await scope.DisposeAsync();
        Assert.Equal(2, downloads.Clear());
        Assert.False((await GetAsync("/a.mp4", run.Scope)).WasKept);
    }

    [Fact(Timeout = Limit)]
    public async Task A_page_is_handed_to_yt_dlp_and_its_video_is_kept_like_a_file()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(Encoding.UTF8.GetBytes(FakeYtDlp.Page));
        await File.WriteAllBytesAsync(run.Scope.PathOf("real.mp4"), await Clip.Value, Token);
        var options = DownloadBench.Patience();
        options.YtDlp = FakeYtDlp.Write(run, $"echo 'shorts-title A page'; cp '{run.Scope.PathOf("real.mp4")}' video.mp4");

        var first = await FetchAsync(run, server.At("/watch").AbsoluteUri, options: options);
        var second = await FetchAsync(run, server.At("/watch").AbsoluteUri, options: options);

        Assert.Equal(("A page.mp4", false, true), (first.Name, first.WasKept, second.WasKept));
        Assert.Equal(await Clip.Value, await File.ReadAllBytesAsync(second.Path, Token));
        Assert.Single(server.Requests);
    }

    [Fact(Timeout = Limit)]
    public async Task A_download_that_takes_too_long_is_told_as_that_and_gone_on_with()
    {
        await using var run = new TestRun();
        await using var server = new FileServer(await Clip.Value) { StallsAfter = 2_000 };
        var address = WebAddress.Parse(server.At("/clip.mp4").AbsoluteUri);
        var slow = DownloadBench.Downloads(run, new DownloadOptions { AllowPrivate = true, FreeDisk = 0 }, new MediaTaskOptions { DownloadTimeLimit = TimeSpan.FromSeconds(1) });

        await Assert.ThrowsAsync<MediaTaskTimedOutException>(() => slow.FetchAsync(address, run.Scope, new Progress<MediaProgress>(), again: false, Token));
        server.StallsAfter = null;
        await FetchAsync(run, address.Uri.AbsoluteUri);

        Assert.Equal("Range: bytes=2000-", server.Requests[1]);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Store(TestRun run) => Path.Combine(DownloadBench.CacheOf(run), "downloads");

    private static Task<FetchedMedia> FetchAsync(
        TestRun run, string address, bool again = false, DownloadOptions? options = null, CancellationToken? cancellationToken = null) =>
        DownloadBench.Downloads(run, options).FetchAsync(WebAddress.Parse(address), run.Scope, new Progress<MediaProgress>(), again, cancellationToken ?? Token);

    private static async Task<byte[]> MakeAsync(string name, params string[] arguments)
    {
        await using var run = new TestRun();
        var path = run.Scope.PathOf(name);
        await run.Scope.RunAsync(
            new ProcessCommand { FileName = "ffmpeg", Arguments = ["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=128x128:rate=10:duration=2", .. arguments, path] },
            CancellationToken.None);
        return await File.ReadAllBytesAsync(path);
    }
}
