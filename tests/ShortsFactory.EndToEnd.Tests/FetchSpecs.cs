using System.Security.Cryptography;
using System.Text.Json;
using ShortsFactory.Tests.Downloads;

namespace ShortsFactory.EndToEnd.Tests;

/// <summary>Footage from a server on loopback, by the real program.</summary>
public sealed class FetchSpecs : IDisposable
{
    private const int Limit = 240_000;

    private static readonly string[] Private = ["--set", "Downloads:AllowPrivate=true", "--set", "Downloads:RetryDelay=00:00:00"];

    private readonly ShortsProgram _shorts = new();

    [Fact(Timeout = Limit)]
    public async Task A_download_survives_an_interrupt_and_a_kill_and_is_then_there_without_the_net()
    {
        var clip = await ClipAsync();
        var server = new FileServer(clip) { StallsAfter = 20_000 };
        string[] fetch = ["fetch", server.At("/my%20clip.mp4?token=sesame").AbsoluteUri, "-o", "footage", .. Private];

        var interrupted = await _shorts.InterruptAsync(2, () => Arrived() >= 20_000, fetch);
        var killed = await _shorts.InterruptAsync(9, () => Arrived() >= 40_000, fetch);
        var nothing = Directory.EnumerateFileSystemEntries(_shorts.PathOf("footage")).ToArray();
        server.StallsAfter = null;
        var fetched = await _shorts.RunAsync(fetch);
        await server.DisposeAsync();
        File.Delete(_shorts.PathOf("footage/my clip.mp4"));
        var again = await _shorts.RunAsync(fetch);

        interrupted.MustBe(130);
        Assert.Contains("the same command goes on from there", interrupted.Error, StringComparison.Ordinal);
        killed.MustBe(137);
        Assert.Empty(nothing);
        fetched.MustBe(0);
        Assert.StartsWith("footage/my clip.mp4", fetched.Output, StringComparison.Ordinal);
        Assert.Equal(["", "Range: bytes=20000-", "Range: bytes=40000-"], server.Requests);
        again.MustBe(0);
        Assert.Contains("(kept)", again.Output, StringComparison.Ordinal);
        Assert.Equal(clip, await File.ReadAllBytesAsync(_shorts.PathOf("footage/my clip.mp4"), Token));
        Assert.Empty(_shorts.Leftovers());
        MustNotKnow("sesame");
    }

    [Fact(Timeout = Limit)]
    public async Task Several_addresses_are_fetched_and_each_that_cannot_be_is_told()
    {
        await using var server = new FileServer(await ClipAsync());
        server.Others["/list.mp4"] = "#EXTM3U\nfile:///etc/passwd\n"u8.ToArray();
        server.Redirects["/circle.mp4"] = "/circle.mp4";
        _shorts.Write("clip.mp4", "an older file");

        var outcome = await _shorts.RunAsync(
            ["fetch", server.At("/clip.mp4").AbsoluteUri, server.At("/clip.mp4?2").AbsoluteUri, server.At("/list.mp4").AbsoluteUri, server.At("/circle.mp4").AbsoluteUri, .. Private]);

        outcome.MustBe(2);
        Assert.Equal(2, outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("/list.mp4: it is a playlist", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("/circle.mp4: it was redirected more than 10 times", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["clip-2.mp4", "clip.mp4"], Directory.EnumerateFiles(_shorts.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(server.Content, await File.ReadAllBytesAsync(_shorts.PathOf("clip.mp4"), Token));
    }

    [Fact(Timeout = Limit)]
    public async Task On_a_terminal_each_download_has_a_bar_with_its_amount_speed_and_time_left()
    {
        await using var server = new FileServer(await ClipAsync()) { Delay = TimeSpan.FromMilliseconds(100) };

        var outcome = await _shorts.RunUnderAsync(
            ["sh", "-c", "script -qec \"stty cols 120; $*\" /dev/null", "--"], ["fetch", server.At("/clip.mp4").AbsoluteUri, .. Private]);

        outcome.MustBe(0);
        Assert.Matches(@"/clip\.mp4 .*\d+\.\d kB of \d+\.\d kB, \d+\.\d kB/s, 0:00:0\d left", outcome.Output);
        Assert.Matches(@"\d\d%", outcome.Output);
        Assert.Contains("clip.mp4  ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Programs_are_told_in_json_what_became_of_each_address()
    {
        await using var server = new FileServer(await ClipAsync());
        server.Others["/broken.mp4"] = [1, 2, 3];

        var outcome = await _shorts.RunAsync(["fetch", "--json", server.At("/clip.mp4?token=sesame").AbsoluteUri, server.At("/broken.mp4").AbsoluteUri, .. Private]);

        outcome.MustBe(2);
        using var json = JsonDocument.Parse(outcome.Output);
        var files = json.RootElement.GetProperty("files");
        Assert.Equal(server.At("/clip.mp4").AbsoluteUri, files[0].GetProperty("address").GetString());
        Assert.Equal(_shorts.PathOf("clip.mp4"), files[0].GetProperty("output").GetString());
        Assert.Equal(server.Content.Length, files[0].GetProperty("bytes").GetInt32());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(server.Content)), files[0].GetProperty("sha256").GetString());
        Assert.Contains("not a video, picture or sound", files[1].GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData(2, "an address of this machine or of a private network", "http://127.0.0.1:9/clip.mp4")]
    [InlineData(2, "an address of this machine or of a private network", "http://localhost/clip.mp4")]
    [InlineData(2, "an address of this machine or of a private network", "http://[::1]/clip.mp4")]
    [InlineData(2, "addresses of the kind 'file:' are not fetched", "file:///etc/passwd")]
    [InlineData(2, "'--exec=touch x' is not an address", "--", "--exec=touch x")]
    [InlineData(2, "'clip.mp4' is not an address", "clip.mp4")]
    [InlineData(1, "after 2 attempts in a row", "http://127.0.0.1:9/clip.mp4", "--set", "Downloads:AllowPrivate=true", "--set", "Downloads:Attempts=2", "--set", "Downloads:RetryDelay=00:00:00")]
    public async Task What_is_not_fetched_is_told(int exitCode, string mentions, params string[] arguments)
    {
        var outcome = await _shorts.RunAsync(["fetch", .. arguments]);

        outcome.MustBe(exitCode);
        Assert.Contains(mentions, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact(Timeout = Limit)]
    public async Task The_environments_proxy_is_used_and_is_not_asked_for_private_addresses()
    {
        await using var proxy = new FileServer(await ClipAsync());
        var address = proxy.At("").AbsoluteUri;

        var fetched = await _shorts.RunWithAsync("http_proxy", address, "fetch", "http://93.184.215.14/clip.mp4");
        var refused = await _shorts.RunWithAsync("http_proxy", address, "fetch", "http://10.0.0.1/clip.mp4");

        fetched.MustBe(0);
        refused.MustBe(2);
        Assert.Contains("10.0.0.1 is an address of this machine or of a private network", refused.Error, StringComparison.Ordinal);
        Assert.Equal("GET http://93.184.215.14/clip.mp4 HTTP/1.1", proxy.RequestHeaders.Single()[0]);
    }

    [Fact(Timeout = Limit)]
    public async Task A_page_needs_yt_dlp_which_is_asked_for_and_its_video_is_named_by_its_title()
    {
        await using var server = new FileServer("<!doctype html><title>Holiday</title><video src='clip.mp4'></video>"u8.ToArray());
        server.Others["/clip.mp4"] = await ClipAsync();
        string[] fetch = ["fetch", server.At("/watch").AbsoluteUri, .. Private];

        var without = await _shorts.RunAsync([.. fetch, "--set", "Downloads:YtDlp=no-yt-dlp"]);
        var with = await _shorts.RunAsync(fetch);

        without.MustBe(3);
        Assert.Contains("apt-get install yt-dlp", without.Error, StringComparison.Ordinal);
        with.MustBe(0);
        Assert.StartsWith("Holiday (1).mp4", with.Output, StringComparison.Ordinal);
        Assert.Equal(server.Others["/clip.mp4"], await File.ReadAllBytesAsync(_shorts.PathOf("Holiday (1).mp4"), Token));
        Assert.Empty(_shorts.Leftovers());
    }

    [Fact(Timeout = Limit)]
    public async Task A_short_of_an_address_is_made_again_without_the_net_and_none_of_it_anew()
    {
        var server = new FileServer(await ClipAsync());
        var address = server.At("/clip.mp4?token=sesame").AbsoluteUri;
        _shorts.Write("short.md", $"---\nbackground: {address}\n---\nThree hearts.\n\n## scene\nbackground: {{path: \"{address}\", from: 1s}}\n\nTwo push blood.\n");
        _shorts.Write("short.json", $$"""{"background": "{{address}}", "scenes": [{"text": "Three hearts."}]}""");
        string[] fast = ["--set", "Compositing:Quality=draft", .. Private];

        var first = await _shorts.RunAsync(["make", "short.md", "-o", "a.mp4", .. fast]);
        await server.DisposeAsync();
        var second = await _shorts.RunAsync(["make", "short.md", "-o", "b.mp4", .. fast]);
        var json = await _shorts.RunAsync(["make", "short.json", "-o", "c.mp4", .. fast]);
        var option = await _shorts.RunAsync(["make", "short.md", "-o", "d.mp4", "--background", address, .. fast]);

        Assert.All([first, second, json, option], outcome => outcome.MustBe(0));
        Assert.Single(server.Requests);
        Assert.Equal(await File.ReadAllBytesAsync(_shorts.PathOf("a.mp4"), Token), await File.ReadAllBytesAsync(_shorts.PathOf("b.mp4"), Token));
        Assert.Empty(_shorts.Leftovers());
        MustNotKnow("sesame", except: "short");
    }

    public void Dispose() => _shorts.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Two seconds, a few hundred kilobytes.</summary>
    private async Task<byte[]> ClipAsync()
    {
        var path = Path.Combine(_shorts.Work, "clip.mp4");
        await MediaTool.RunAsync("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=320x568:rate=30:duration=4", "-crf", "18", path);
        var clip = await File.ReadAllBytesAsync(path, Token);
        File.Delete(path);
        return clip;
    }

    private long Arrived() =>
        Path.Combine(_shorts.Cache, "downloads") is var store && Directory.Exists(store)
            ? Directory.EnumerateFiles(store, "*.partial").Where(path => !Path.GetFileName(path).StartsWith('.')).Sum(path => new FileInfo(path).Length)
            : 0;

    /// <summary>Nothing that the program wrote, its log included, may hold a text.</summary>
    private void MustNotKnow(string secret, string except = " ") => Assert.DoesNotContain(
        Directory.EnumerateFiles(_shorts.Folder, "*", SearchOption.AllDirectories).Where(path => !Path.GetFileName(path).StartsWith(except, StringComparison.Ordinal)),
        path => File.ReadAllText(path).Contains(secret, StringComparison.Ordinal));
}
