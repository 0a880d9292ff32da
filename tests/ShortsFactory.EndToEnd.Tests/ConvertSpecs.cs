namespace ShortsFactory.EndToEnd.Tests;

public sealed class ConvertSpecs : IDisposable
{
    private readonly ShortsProgram _shorts = new();

    [Fact(Timeout = 120_000)]
    public async Task Several_files_each_succeed_or_fail_by_themselves()
    {
        await MakeClipAsync(seconds: 1);
        _shorts.Write("text.png", "hello");

        var outcome = await _shorts.RunAsync("convert", "clip.mp4", "text.png", "--to", "jpg", "-o", "made");

        outcome.MustBe(1);
        Assert.Contains("made/clip.jpg", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("it is no picture, whatever its name says", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("1 of 2 files could not be converted", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["clip.jpg"], Directory.EnumerateFileSystemEntries(_shorts.PathOf("made")).Select(path => Path.GetFileName(path)));
        Assert.Empty(_shorts.Leftovers());
    }

    [Theory(Timeout = 120_000)]
    [InlineData(2, 130)]
    [InlineData(15, 143)]
    [InlineData(9, 137)]
    public async Task A_conversion_that_is_stopped_leaves_the_old_file_and_nothing_else(int signal, int exitCode)
    {
        await MakeClipAsync(seconds: 60);
        _shorts.Write("made.mp4", "the old one");
        var before = Directory.EnumerateFileSystemEntries(_shorts.Folder).Order(StringComparer.Ordinal).ToArray();

        var outcome = await _shorts.InterruptAsync(
            signal, () => Directory.EnumerateFiles(_shorts.Work, "result.mp4", SearchOption.AllDirectories).Any(), "convert", "clip.mp4", "-o", "made.mp4");

        outcome.MustBe(exitCode);
        for (var tries = 0; tries < 40 && (_shorts.Leftovers().Count > 0 || _shorts.ChildrenOf("").Count > 0); tries++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Empty(_shorts.Leftovers());
        Assert.Empty(_shorts.ChildrenOf(""));
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(_shorts.Folder).Order(StringComparer.Ordinal));
        Assert.Equal("the old one", await File.ReadAllTextAsync(_shorts.PathOf("made.mp4"), TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 240_000)]
    public async Task A_picture_from_a_phone_becomes_a_background_and_is_kept()
    {
        await MediaTool.RunAsync("convert-im6", "-size", "640x480", "xc:rgb(200,100,50)", _shorts.PathOf("photo.heic"));
        _shorts.Write("short.txt", "Three hearts.");

        (await _shorts.RunAsync("make", "short.txt", "-o", "out/short.mp4", "--quiet", "--background", "photo.heic")).MustBe(0);

        Assert.Single(Directory.EnumerateFiles(_shorts.Cache, "footage-*.tar"));
        await MediaTool.RunAsync(
            "ffmpeg", "-nostdin", "-v", "error", "-i", _shorts.PathOf("out/short.mp4"), "-vf", "crop=40:40:20:1800,format=gbrp,scale=1:1:flags=area,format=rgb24", "-frames:v", "1", "-f", "rawvideo", _shorts.PathOf("color.rgb"));
        var color = await File.ReadAllBytesAsync(_shorts.PathOf("color.rgb"), TestContext.Current.CancellationToken);
        Assert.InRange(color[0], 190, 210);
        Assert.InRange(color[1], 90, 110);
        Assert.InRange(color[2], 40, 60);
    }

    public void Dispose() => _shorts.Dispose();

    private Task MakeClipAsync(int seconds) =>
        MediaTool.RunAsync("ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", $"testsrc2=size=1280x720:rate=30:duration={seconds}", "-c:v", "libx264", "-preset", "ultrafast", _shorts.PathOf("clip.mp4"));
}
