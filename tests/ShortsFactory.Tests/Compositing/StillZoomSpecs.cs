using ShortsFactory.Compositing;

namespace ShortsFactory.Tests.Compositing;

public sealed class StillZoomSpecs
{
    private const int PictureWidth = 1080;
    private const int PictureHeight = 1920;
    private const int FrameSize = PictureWidth * PictureHeight;
    private const int Frames = 12;

    [Fact(Timeout = 120_000)]
    public async Task A_still_grows_evenly_around_its_middle_without_trembling()
    {
        await using var studio = new Studio();
        var composition = Sample.Of(Sample.Image);
        await studio.FfmpegAsync(
            TestContext.Current.CancellationToken,
            "-f", "lavfi", "-i", "color=black:size=1080x1920,drawbox=x=240:y=0:w=600:h=1920:color=white:thickness=fill", "-frames:v", "1", "still.png");
        await studio.FfmpegAsync(
            TestContext.Current.CancellationToken,
            "-i", "still.png",
            "-filter_complex", $"{SegmentSource.Write(composition, index: 0, new FrameSpan(0, Frames), input: 0, label: "").Single()},format=gray",
            "-f", "rawvideo", "frames.gray");

        var rows = (await File.ReadAllBytesAsync(studio.Run.Scope.PathOf("frames.gray"), TestContext.Current.CancellationToken))
            .Chunk(FrameSize)
            .Select(frame => frame.AsSpan(PictureHeight / 2 * PictureWidth, PictureWidth).ToArray())
            .ToArray();
        var growth = rows.Select(Width).Zip(rows.Skip(1).Select(Width), (before, after) => after - before).ToArray();

        Assert.Equal(Frames, rows.Length);
        Assert.All(growth, pixels => Assert.InRange(pixels, growth.Average() - 0.12, growth.Average() + 0.12));
        Assert.InRange(growth.Average(), 0.1, 1);
        Assert.All(rows, row => Assert.InRange(Middle(row), 539.3, 540.3));
    }

    /// <summary>The width of the white bar in pixels, with the fractions that its soft edges tell.</summary>
    private static double Width(byte[] row) => row.Sum(Light);

    private static double Middle(byte[] row) => row.Select((pixel, x) => (x + 0.5) * Light(pixel)).Sum() / row.Sum(Light);

    private static double Light(byte pixel) => pixel / 255.0;
}
