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
        await File.WriteAllBytesAsync(path, AnimatedPng.Write([.. lengths.Select((length, index) => (Png((byte)(40 * index)), length))]), TestContext.Current.CancellationToken);

        var probe = await run.Scope.RunAsync(
            new ProcessCommand { FileName = "ffprobe", Arguments = ["-v", "warning", "-f", "apng", "-show_entries", "packet=pts_time", "-of", "csv=p=0", path] },
            TestContext.Current.CancellationToken);

        Assert.Empty(probe.StandardErrorTail);
        var times = probe.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line.TrimEnd(','), CultureInfo.InvariantCulture));
        Assert.Equal([0, 1.23, 1.24, 1.64, 31.64, 61.64, 71.64], times);
    }

    private static byte[] Png(byte red)
    {
        using var bitmap = new SKBitmap(16, 8);
        bitmap.Erase(new SKColor(red, 0, 0));
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
