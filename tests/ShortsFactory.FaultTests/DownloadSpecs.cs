using System.Diagnostics;
using ShortsFactory.Tests.Downloads;

namespace ShortsFactory.FaultTests;

/// <summary>Downloads that are stopped at any moment, and a yt-dlp that misbehaves.</summary>
public sealed class DownloadSpecs(ITestOutputHelper output) : IDisposable
{
    private const int Limit = 24 * 60 * 60 * 1_000;
    private const int Moments = 4;
    private const string Page = "<!doctype html><title>A page</title>";

    private static readonly string[] Private = ["--set", "Downloads:AllowPrivate=true", "--set", "Downloads:RetryDelay=00:00:00"];

    private readonly ShortsProgram _shorts = new();

    [Theory(Timeout = Limit)]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(2)]
    public async Task A_download_that_is_stopped_at_any_moment_leaves_its_part_alone_and_the_next_run_goes_on_with_it(int signal)
    {
        var clip = await ClipAsync(_shorts);
        await using var server = new FileServer(clip) { Delay = TimeSpan.FromMilliseconds(10) };
        string[] fetch = ["fetch", server.At("/short.mp4").AbsoluteUri, "-o", "out", "--quiet", .. Private];
        var started = Stopwatch.GetTimestamp();
        (await _shorts.RunAsync([.. fetch, "--set", "Cache:Enabled=false"])).MustBe(0);
        var duration = Stopwatch.GetElapsedTime(started);
        var (stopped, resumed) = (0, 0);
        foreach (var moment in Sweep.Moments(Math.Max(5, Sweep.Runs / Moments)))
        {
            using var shorts = new ShortsProgram();
            server.Requests.Clear();
            var ended = await shorts.SignalAfterAsync(signal, duration * moment, fetch);

            await Remains.MustGoAsync(shorts);
            Assert.All(Undisturbed.Outputs(shorts), name => Assert.Equal(clip, File.ReadAllBytes(shorts.PathOf($"out/{name}"))));
            Assert.Contains(ended.ExitCode, (int[])[0, 128 + signal]);
            stopped += ended.ExitCode == 128 + signal ? 1 : 0;
            (await shorts.RunAsync(fetch)).MustBe(0);
            Assert.Equal(clip, await File.ReadAllBytesAsync(shorts.PathOf("out/short.mp4"), TestContext.Current.CancellationToken));
            Assert.InRange(server.Requests.Count, 1, 2);
            resumed += server.Requests.Count(range => range.Length > 0);
        }

        output.WriteLine($"signal {signal}: {stopped} stopped, {resumed} gone on with");
        Assert.True(stopped > 0 && resumed > 0);
    }

    [Theory(Timeout = Limit)]
    [InlineData(9)]
    [InlineData(2)]
    public async Task A_run_that_is_stopped_takes_yt_dlp_and_all_that_it_started_along(int signal)
    {
        await using var server = new FileServer(System.Text.Encoding.UTF8.GetBytes(Page));
        FakeTool.Place(_shorts, "yt-dlp", "echo x > video.mp4.part; setsid sleep 300 & setsid sh -c 'trap \"\" INT TERM; setsid sleep 300 & sleep 300' & trap '' INT TERM; sleep 300; sleep 300");

        var outcome = await _shorts.InterruptAsync(
            signal, () => _shorts.ChildrenOf("sleep").Count >= 4, ["fetch", server.At("/watch").AbsoluteUri, "-o", "out", "--set", $"Downloads:YtDlp={_shorts.PathOf("bin/yt-dlp")}", "--set", "Resources:StopGracePeriod=00:00:00.5", .. Private]);

        outcome.MustBe(128 + signal);
        await Remains.MustGoAsync(_shorts);
        Assert.Empty(Undisturbed.Outputs(_shorts));
    }

    [Theory(Timeout = Limit)]
    [InlineData("sleep 300", 1, "yt-dlp was stopped: it reported nothing for 2 s")]
    [InlineData("yes | head -c 30000000; yes | head -c 30000000 >&2; exit 1", 1, "yt-dlp failed with exit code 1")]
    [InlineData("while :; do echo noise; done", 1, "yt-dlp was stopped: it reported nothing for 2 s")]
    [InlineData("kill -SEGV $$", 1, "yt-dlp failed with exit code 139")]
    [InlineData("setsid sleep 300 & setsid sh -c 'setsid sleep 300' & exit 1", 1, "yt-dlp failed with exit code 1")]
    [InlineData("exit 0", 2, "the page has no video that is complete")]
    [InlineData("head -c 100000 /dev/urandom > video.mp4", 2, "not a video, picture or sound that can be read")]
    [InlineData("ln -s /etc/passwd video.mp4", 2, "the page has no video that is complete")]
    [InlineData("printf '#EXTM3U\\nfile:///etc/passwd\\n' > video.mp4", 2, "it is a playlist")]
    public async Task A_yt_dlp_that_misbehaves_is_a_named_error_and_leaves_nothing(string behaviour, int exitCode, string message)
    {
        await using var server = new FileServer(System.Text.Encoding.UTF8.GetBytes(Page));
        FakeTool.Place(_shorts, "yt-dlp", behaviour);

        var outcome = await _shorts.RunWithAsync(
            "PATH", FakeTool.PathFor(_shorts), ["fetch", server.At("/watch").AbsoluteUri, "-o", "out", "--set", "Downloads:StallLimit=00:00:00.5", .. Private]);

        outcome.MustBe(exitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        await Remains.MustGoAsync(_shorts);
        Assert.Empty(Undisturbed.Outputs(_shorts));
    }

    public void Dispose() => _shorts.Dispose();

    private static async Task<byte[]> ClipAsync(ShortsProgram shorts)
    {
        var path = shorts.PathOf("clip.mp4");
        await MediaTool.RunAsync("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=30:duration=10", "-crf", "5", path);
        return await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
    }
}
