using System.Globalization;
using ShortsFactory.Captions.Pictures;
using ShortsFactory.Resources;
using SkiaSharp;

namespace ShortsFactory.Tests.Captions;

public sealed class AnimatedPngSpecs
{
    [Fact(Timeout = 60_000)]
    public async Task Ffmpeg_shows_every_frame_at_its_hundredth_of_a_second()
    {
        await using var run = new TestRun();
        var path = run.Scope.PathOf("animated.png");
        TimeSpan[] lengths = [.. ((int[])[123, 1, 40, 7_000, 7]).Select(hundredths => TimeSpan.FromMilliseconds(10 * hundredths))];
        await File.WriteAllBytesAsync(path, AnimatedPng.Write(new SKSizeI(16, 8), [.. lengths.Select((length, index) => new AnimationFrame(Png((byte)(40 * index)), SKPointI.Empty, length))]), TestContext.Current.CancellationToken);

        var probe = await run.Scope.RunAsync(
            new ProcessCommand { FileName = "ffprobe", Arguments = ["-v", "warning", "-f", "apng", "-show_entries", "packet=pts_time", "-of", "csv=p=0", path] },
            TestContext.Current.CancellationToken);

        Assert.Empty(probe.StandardErrorTail);
        var times = probe.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line.TrimEnd(','), CultureInfo.InvariantCulture));
        Assert.Equal([0, 1.23, 1.24, 1.64, 31.64, 61.64, 71.64], times);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_frame_replaces_what_it_covers_and_nothing_else()
    {
        await using var run = new TestRun();
        var second = TimeSpan.FromSeconds(1);
        await File.WriteAllBytesAsync(
            run.Scope.PathOf("animated.png"),
            AnimatedPng.Write(new SKSizeI(16, 8), [new(Png(100), SKPointI.Empty, second), new(Png(200, 4, 2), new SKPointI(10, 5), second), new(Png(0, 4, 2), new SKPointI(10, 5), second)]),
            TestContext.Current.CancellationToken);

        await run.Scope.RunAsync(
            new ProcessCommand
            {
                FileName = "ffmpeg",
                Arguments = ["-v", "error", "-f", "apng", "-i", "animated.png", "-vf", "format=gbrap,extractplanes=r", "-fps_mode", "passthrough", "-f", "rawvideo", "red.raw"],
                WorkingDirectory = run.Scope.Directory,
            },
            TestContext.Current.CancellationToken);

        var frames = (await File.ReadAllBytesAsync(run.Scope.PathOf("red.raw"), TestContext.Current.CancellationToken)).Chunk(16 * 8).ToArray();
        Assert.Equal([0, 8, 8], frames.Select(frame => frame.Count(red => red != 100)));
        Assert.Equal((200, 0), (frames[1][(5 * 16) + 10], frames[2][(6 * 16) + 13]));
    }

    private static byte[] Png(byte red, int width = 16, int height = 8)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(new SKColor(red, 0, 0));
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
