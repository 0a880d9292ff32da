using ShortsFactory.Backgrounds;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Tests.Compositing;

/// <summary>What creators give, made by the real ffmpeg, and what becomes of it.</summary>
public sealed class FootageSpecs
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData("{path: rgb.mp4, from: 1s}", "ggg")]
    [InlineData("{path: rgb.mp4, speed: 4}", "rbr")]
    [InlineData("{path: rgb.mp4, from: 1s, to: 1.3s}", "ggg")]
    [InlineData("{path: rgb.mp4, from: 2.7s, loop: off}", "bbb")]
    [InlineData("{path: rgb.mp4, to: 300ms, loop: off}", "rrr")]
    [InlineData("{path: rgb.mp4, from: 2s, to: 2.5s, speed: 0.5}", "bbb")]
    public async Task A_clip_is_trimmed_looped_and_sped(string background, string expected)
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(
            Token,
            "-f", "lavfi", "-i", "color=red:size=180x320:duration=1", "-f", "lavfi", "-i", "color=0x00c000:size=180x320:duration=1",
            "-f", "lavfi", "-i", "color=blue:size=180x320:duration=1", "-filter_complex", "concat=n=3", "-c:v", "libx264", "-g", "60", "rgb.mp4");

        var colors = await ColorsAsync(studio, Second, background);

        Assert.Equal(30, colors.Count);
        Assert.Equal(expected, string.Concat(new[] { 1, 15, 24 }.Select(frame => NameOf(colors[frame]))));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_transparent_picture_lies_over_black()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "color=white@0.0:size=90x160,format=rgba", "-frames:v", "1", "clear.png");

        Assert.All(await ColorsAsync(studio, Second / 2, "clear.png"), color => Assert.True(color is { Red: < 20, Green: < 20, Blue: < 20 }, $"{color}"));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_transparent_video_lies_over_black()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(
            Token, "-f", "lavfi", "-i", "color=white@0.0:size=90x160:duration=0.5,format=yuva420p", "-c:v", "libvpx-vp9", "-pix_fmt", "yuva420p", "clear.webm");

        Assert.All(await ColorsAsync(studio, Second / 2, "clear.webm"), color => Assert.True(color is { Red: < 20, Green: < 20, Blue: < 20 }, $"{color}"));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_photograph_that_was_taken_on_its_side_stands_upright()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(
            Token, "-f", "lavfi", "-i", "color=red:size=320x180,drawbox=x=160:w=160:h=180:color=blue:thickness=fill", "-frames:v", "1", "-update", "1", "flat.jpg");
        var flat = await File.ReadAllBytesAsync(studio.Run.Scope.PathOf("flat.jpg"), Token);
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
        await File.WriteAllBytesAsync(studio.Run.Scope.PathOf("side.jpg"), [.. flat[..2], .. exif, .. flat[2..]], Token);

        var video = (await studio.MakeAsync(Bare(studio.Draft(Second / 2, "{path: side.jpg, motion: none}")), Token)).Video!;

        // Turned by a quarter to the right, the left half is above.
        await studio.FfmpegAsync(Token, "-i", video.Path, "-frames:v", "1", "-vf", "scale=1:2:flags=area:in_color_matrix=bt709,format=rgb24", "-f", "rawvideo", "halves.rgb");
        var halves = await File.ReadAllBytesAsync(studio.Run.Scope.PathOf("halves.rgb"), Token);
        Assert.True(halves[0] > 150 && halves[5] > 150 && halves[2] < 80 && halves[3] < 80, string.Join(' ', halves));
    }

    [Theory(Timeout = 180_000)]
    [InlineData("odd.mp4", "testsrc2=size=331x207:rate=23.976:duration=0.7", "yuv444p")]
    [InlineData("large.mp4", "testsrc2=size=3840x2160:rate=60:duration=0.3", "yuv420p")]
    [InlineData("one-frame.mp4", "testsrc2=size=640x360:rate=30:duration=0.03", "yuv420p")]
    [InlineData("variable.mp4", "testsrc2=size=640x360:rate=30:duration=1,select='lt(n,9)+not(mod(n,4))'", "yuv420p")]
    public async Task A_clip_of_any_size_rate_and_length_gives_every_frame(string name, string source, string pixels)
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", source, "-fps_mode", "vfr", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", pixels, name);

        Assert.Equal(45, (await ColorsAsync(studio, Second * 1.5, $"{{path: {name}, fill: blur}}")).Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_wide_clip_is_whole_over_its_blurred_and_darker_self()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "color=white:size=320x180:duration=1", "-c:v", "libx264", "-pix_fmt", "yuv420p", "wide.mp4");
        var video = (await studio.MakeAsync(Bare(studio.Draft(Second / 2, "{path: wide.mp4, fill: blur}")), Token)).Video!;

        await studio.FfmpegAsync(Token, "-i", video.Path, "-frames:v", "1", "-vf", "scale=1:64:flags=area,format=gray", "-f", "rawvideo", "rows.gray");
        var rows = await File.ReadAllBytesAsync(studio.Run.Scope.PathOf("rows.gray"), Token);
        Assert.InRange(rows.Count(level => level > 230), 18, 22);
        Assert.InRange(rows[3], 60, 150);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_scene_that_cuts_begins_at_its_frame()
    {
        await using var studio = new Studio();

        var colors = await ColorsAsync(studio, Second, "color:#ff0000", "{path: 'color:#0000ff', transition: cut}", "color:#00c000");

        Assert.Equal(["r", "r", "b", "b"], new[] { 31, 32, 33, 34 }.Select(frame => NameOf(colors[frame])));
        Assert.Equal(90, colors.Count);
        Assert.Equal("g", NameOf(colors[80]));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("pan-right", true)]
    [InlineData("pan-left", false)]
    public async Task A_picture_is_panned_over(string motion, bool redFirst)
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(
            Token, "-f", "lavfi", "-i", "color=red:size=3200x1920,drawbox=x=1600:w=1600:h=1920:color=blue:thickness=fill", "-frames:v", "1", "wide.png");

        var colors = await ColorsAsync(studio, Second * 2, $"{{path: wide.png, motion: {motion}}}");

        var (first, last) = (colors[2], colors[57]);
        Assert.True(redFirst ? first.Red > last.Red + 15 && first.Blue < last.Blue - 15 : first.Red < last.Red - 15 && first.Blue > last.Blue + 15, $"{first} {last}");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_series_over_one_clip_begins_at_other_places_and_each_short_always_at_the_same()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "color=red:size=64x64:duration=60", "-c:v", "libx264", "long.mp4");
        var draft = studio.Draft(Second, "{path: long.mp4, from: random}");

        var first = await FromAsync(draft);

        Assert.Equal(first, await FromAsync(draft));
        Assert.NotEqual(first, await FromAsync(draft with { Script = draft.Script with { Title = "Part 2" } }));
        Assert.Equal(
            await FromAsync(draft with { Script = draft.Script with { Seed = "same" } }),
            await FromAsync(draft with { Script = draft.Script with { Seed = "same", Title = "Part 3" } }));
        Assert.InRange(first, TimeSpan.Zero, TimeSpan.FromSeconds(30));

        async Task<TimeSpan> FromAsync(Short asked)
        {
            await using var run = new TestRun();
            var resolver = studio.Resolver;
            return ((MediaBackground)(await resolver.ResolveAsync(asked, "generated:aurora", run.Scope, Token))[0]).From;
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Files_of_a_folder_come_in_an_order_that_the_seed_chooses()
    {
        await using var studio = new Studio();
        var folder = Directory.CreateDirectory(studio.Run.Scope.PathOf("clips")).FullName;
        foreach (var index in Enumerable.Range(0, 6))
        {
            await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "color=red:size=32x32", "-frames:v", "1", Path.Combine(folder, $"{index}.png"));
        }

        var draft = studio.Draft(Second, [.. Enumerable.Repeat("{path: clips, pick: random}", 6)]);
        var orders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var title in (string[])["a", "b", "c", "a"])
        {
            await using var run = new TestRun();
            var titled = draft with { Script = draft.Script with { Title = title } };
            var found = await studio.Resolver.ResolveAsync(titled, "generated:aurora", run.Scope, Token);
            string[] names = [.. found.Cast<MediaBackground>().Select(media => Path.GetFileName(media.File.Path))];
            Assert.Equal(6, names.Distinct().Count());
            orders.Add(string.Join(' ', names));
        }

        Assert.Equal(3, orders.Count);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("{path: clip.mp4, from: 8s}", ":3: ", "'from' is 8 s, but the clip is only 1 s long.")]
    [InlineData("{path: clip.mp4, to: 8s}", ":3: ", "'to' is 8 s, but the clip is only 1 s long.")]
    public async Task A_moment_behind_the_end_of_the_clip_is_refused(string background, string line, string complaint)
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "color=red:size=64x64:duration=1", "-c:v", "libx264", "clip.mp4");

        var exception = await Assert.ThrowsAsync<InvalidInputException>(() => studio.MakeAsync(studio.Draft(Second, background), Token));

        Assert.Contains(studio.ScriptPath + line, exception.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, exception.Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<(int Red, int Green, int Blue)>> ColorsAsync(Studio studio, TimeSpan sceneLength, params string[] backgrounds) =>
        await studio.ColorsAsync((await studio.MakeAsync(Bare(studio.Draft(sceneLength, backgrounds)), Token)).Video!.Path, Token);

    /// <summary>Without captions, so that colours are those of the background alone.</summary>
    private static Short Bare(Short draft)
    {
        File.WriteAllText(draft.Captions!.AssPath, "[Script Info]\nScriptType: v4.00+\n");
        return draft;
    }

    private static string NameOf((int Red, int Green, int Blue) color) => color switch
    {
        { Red: > 150, Green: < 90, Blue: < 90 } => "r",
        { Red: < 90, Green: > 110, Blue: < 90 } => "g",
        { Red: < 90, Green: < 90, Blue: > 150 } => "b",
        _ => $"{color}",
    };
}
