using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Tests.Compositing;

namespace ShortsFactory.Tests.Media;

public sealed class MediaProbeSpecs
{
    [Fact(Timeout = 60_000)]
    public async Task Video_is_told_with_its_size_as_it_is_shown()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "testsrc=size=320x180:rate=25:duration=2", "-c:v", "libx264", "upright.mp4");
        await studio.FfmpegAsync(Token, "-i", "upright.mp4", "-c", "copy", "-metadata:s:v:0", "rotate=90", "turned.mp4");

        var upright = await ProbeAsync(studio, "upright.mp4");
        var turned = await ProbeAsync(studio, "turned.mp4");

        Assert.Equal((MediaKind.Video, 320, 180), (upright.Kind, upright.Width, upright.Height));
        Assert.Equal((180, 320), (turned.Width, turned.Height));
        Assert.Equal((25.0, "h264", TimeSpan.FromSeconds(2)), (upright.FramesPerSecond, upright.Codec, upright.Duration));
        Assert.False(upright.NamesColorMatrix);
        Assert.False(upright.HighDynamicRange);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("picture.png")]
    [InlineData("picture.jpg")]
    [InlineData("picture.bmp")]
    [InlineData("picture.webp")]
    public async Task Picture_is_told_from_a_video(string name)
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "testsrc=size=64x48", "-frames:v", "1", name);

        var file = await ProbeAsync(studio, name);

        Assert.Equal((MediaKind.Image, 64, 48, TimeSpan.Zero), (file.Kind, file.Width, file.Height, file.Duration));
    }

    [Fact(Timeout = 60_000)]
    public async Task Sound_with_a_cover_picture_is_sound()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "testsrc=size=64x64", "-frames:v", "1", "cover.png");
        await studio.FfmpegAsync(
            Token, "-f", "lavfi", "-i", "sine=duration=1", "-i", "cover.png", "-map", "0", "-map", "1", "-c:a", "aac", "-c:v", "copy",
            "-disposition:v:0", "attached_pic", "song.m4a");

        Assert.Equal(MediaKind.Audio, (await ProbeAsync(studio, "song.m4a")).Kind);
    }

    [Fact(Timeout = 60_000)]
    public async Task Clip_of_high_dynamic_range_is_told()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(
            Token, "-f", "lavfi", "-i", "testsrc=size=64x64:duration=0.2", "-pix_fmt", "yuv420p10le", "-c:v", "libx265", "-x265-params", "log-level=none",
            "-color_primaries", "bt2020", "-color_trc", "arib-std-b67", "-colorspace", "bt2020nc", "phone.mp4");

        var file = await ProbeAsync(studio, "phone.mp4");

        Assert.True(file.HighDynamicRange);
        Assert.True(file.NamesColorMatrix);
    }

    [Fact(Timeout = 60_000)]
    public async Task Text_is_refused_with_its_path_and_advice()
    {
        await using var studio = new Studio();
        await File.WriteAllTextAsync(studio.Run.Scope.PathOf("notes.mp4"), "no video at all", Token);

        var exception = await Assert.ThrowsAsync<InvalidInputException>(() => ProbeAsync(studio, "notes.mp4"));

        Assert.Equal(studio.Run.Scope.PathOf("notes.mp4"), exception.Path);
        Assert.Contains("ffmpeg can read", exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.Advice);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<MediaFile> ProbeAsync(Studio studio, string name) =>
        studio.Probe.ProbeAsync(studio.Run.Scope.PathOf(name), studio.Run.Scope, Token);
}
