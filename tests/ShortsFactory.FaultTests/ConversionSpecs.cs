using System.Diagnostics;

namespace ShortsFactory.FaultTests;

/// <summary>Conversions that are stopped at any moment, whose disk runs full, and whose programs misbehave.</summary>
public sealed class ConversionSpecs(ITestOutputHelper output) : IDisposable
{
    private const int Limit = 24 * 60 * 60 * 1_000;
    private const int Moments = 4;
    private const string Hang = "sleep 300";
    private const string Old = "the old one";

    private static readonly string[] Convert = ["convert", "short.mkv", "-o", "out/short.mp4", "--quiet"];

    private readonly ShortsProgram _shorts = new();

    [Theory(Timeout = Limit)]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(2)]
    public async Task A_conversion_that_is_stopped_at_any_moment_leaves_the_old_file_or_a_whole_new_one(int signal)
    {
        await PrepareAsync(_shorts);
        var started = Stopwatch.GetTimestamp();
        (await _shorts.RunAsync(Convert)).MustBe(0);
        var (duration, whole) = (Stopwatch.GetElapsedTime(started), await FramesAsync(_shorts));
        var stopped = 0;
        foreach (var moment in Sweep.Moments(Math.Max(5, Sweep.Runs / Moments)))
        {
            using var shorts = new ShortsProgram();
            File.Copy(_shorts.PathOf("short.mkv"), shorts.PathOf("short.mkv"));
            Directory.CreateDirectory(shorts.PathOf("out"));
            shorts.Write("out/short.mp4", Old);

            var ended = await shorts.SignalAfterAsync(signal, duration * moment, Convert);

            await Remains.MustGoAsync(shorts);
            Assert.Contains(ended.ExitCode, (int[])[0, 128 + signal]);
            var isOld = new FileInfo(shorts.PathOf("out/short.mp4")).Length == Old.Length;
            Assert.True(isOld || await FramesAsync(shorts) == whole);
            Assert.False(isOld && ended.ExitCode == 0);
            stopped += isOld ? 1 : 0;
            (await shorts.RunAsync(Convert)).MustBe(0);
            Assert.Equal(whole, await FramesAsync(shorts));
        }

        output.WriteLine($"signal {signal}: {stopped} stopped");
        Assert.True(stopped > 0);
    }

    [Theory(Timeout = Limit)]
    [InlineData("work")]
    [InlineData("out")]
    public async Task A_disk_that_is_full_is_told_and_the_next_run_makes_the_file(string folder)
    {
        await PrepareAsync(_shorts);
        Directory.CreateDirectory(_shorts.PathOf(folder));

        var outcome = await SmallDisk.RunAsync(_shorts, folder, "400k", fillAfter: null, Convert);

        outcome.MustBe(1);
        Assert.Contains("is full", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ShortsFactory", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(SmallDisk.Left(_shorts));
        await Remains.MustGoAsync(_shorts);
        (await _shorts.RunAsync(Convert)).MustBe(0);
    }

    [Theory(Timeout = Limit)]
    [InlineData("ffmpeg", "short.mkv", Hang, "stopped: it reported nothing for 2 s")]
    [InlineData("ffmpeg", "short.mkv", "kill -SEGV $$", "ffmpeg failed with exit code 139")]
    [InlineData("ffmpeg", "short.mkv", "setsid sleep 300 & setsid sh -c 'setsid sleep 300' & exit 1", "ffmpeg failed with exit code 1")]
    [InlineData("ffmpeg", "short.mkv", "yes | head -c 30000000; yes | head -c 30000000 >&2; exit 1", "ffmpeg failed with exit code 1")]
    [InlineData("ffmpeg", "short.mkv", "exit 0", "short.mkv")]
    [InlineData("convert-im6", "short.heic", Hang, "convert-im6 was stopped: it ran for more than 2 s")]
    [InlineData("convert-im6", "short.heic", "kill -SEGV $$", "short.heic: it takes more to read this HEIC than is allowed")]
    [InlineData("convert-im6", "short.heic", "setsid sleep 300 & setsid sh -c 'setsid sleep 300' & exit 1", "short.heic: the HEIC picture is broken, or of a kind that cannot be read here")]
    [InlineData("convert-im6", "short.heic", "yes | head -c 30000000; yes | head -c 30000000 >&2; exit 1", "short.heic: the HEIC picture is broken, or of a kind that cannot be read here")]
    [InlineData("convert-im6", "short.heic", "exit 0", "short.heic: the HEIC picture is broken, or of a kind that cannot be read here")]
    public async Task A_program_that_misbehaves_is_a_named_error_and_leaves_nothing(string program, string input, string behaviour, string message)
    {
        await PrepareAsync(_shorts);
        FakeTool.Place(_shorts, program, behaviour, program == "ffmpeg" ? null : "Version: ImageMagick 6.9.11-60");

        // Who does not hang has time: a machine that does much else is slow at 60 MB.
        var limit = behaviour == Hang ? "00:00:02" : "00:00:30";
        var outcome = await _shorts.RunWithAsync(
            "PATH",
            FakeTool.PathFor(_shorts),
            ["convert", input, "-o", program == "ffmpeg" ? "out/short.mp4" : "out/short.png", "--quiet", "--set", $"Media:StallLimit={limit}", "--set", $"Images:TimeLimit={limit}", "--set", $"Images:ImageMagick={(program == "ffmpeg" ? "" : _shorts.PathOf($"bin/{program}"))}", "--set", "Resources:StopGracePeriod=00:00:00.5"]);

        // A picture that its reader fails at counts as the picture's fault.
        outcome.MustBe(program == "ffmpeg" || behaviour == Hang ? 1 : 2);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        await Remains.MustGoAsync(_shorts);
        Assert.Empty(Undisturbed.Outputs(_shorts));
    }

    public void Dispose() => _shorts.Dispose();

    private static async Task PrepareAsync(ShortsProgram shorts)
    {
        await MediaTool.RunAsync("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=30:duration=6", "-c:v", "libx264", "-preset", "ultrafast", shorts.PathOf("short.mkv"));
        await MediaTool.RunAsync("convert-im6", "-size", "640x480", "plasma:red-blue", shorts.PathOf("short.heic"));
        Directory.CreateDirectory(shorts.PathOf("out"));
    }

    private static Task<string> FramesAsync(ShortsProgram shorts) =>
        MediaTool.RunAsync("ffmpeg", "-nostdin", "-v", "error", "-i", shorts.PathOf("out/short.mp4"), "-f", "framemd5", "-");
}
