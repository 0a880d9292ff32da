using System.Text.RegularExpressions;
using ShortsFactory.Compositing;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Compositing;

public sealed class CompositingStageSpecs
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Scenes_show_their_backgrounds_and_fade_over_at_the_frame()
    {
        // Names that a filter or a shell would choke on; a clip shorter than its scene, with sound, lying on its side.
        await using var studio = new Studio();
        const string Clip = "a 'clip': [0];,%03d\n.mp4";
        await studio.FfmpegAsync(
            Token, "-f", "lavfi", "-i", "color=red:size=320x180:rate=25:duration=0.4", "-f", "lavfi", "-i", "sine=duration=0.6", "-c:v", "libx264", "flat.mp4");
        await studio.FfmpegAsync(Token, "-i", "flat.mp4", "-c", "copy", "-metadata:s:v:0", "rotate=90", "-f", "mp4", "file:" + Clip);
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "color=0x00c000:size=400x300", "-frames:v", "1", "-update", "1", "file:-i %d.png");

        var draft = studio.Draft(Second, Clip, "-i %d.png", "color:#0000ff");
        var video = (await studio.MakeAsync(draft, Token)).Video!;

        var colors = await studio.ColorsAsync(video.Path, Token);
        Assert.Equal(90, colors.Count);
        Assert.All(colors.Take(29), color => Assert.True(color is { Red: > 190, Green: < 40, Blue: < 40 }, $"{color}"));
        Assert.All(colors.Skip(38).Take(20), color => Assert.True(color is { Red: < 40, Green: > 140, Blue: < 40 }, $"{color}"));
        Assert.All(colors.Skip(69), color => Assert.True(color is { Red: < 40, Green: < 40, Blue: > 190 }, $"{color}"));
        var middle = colors[33];
        Assert.True(middle is { Red: > 60 and < 190, Green: > 40 and < 150 }, $"{middle}");
    }

    [Fact(Timeout = 60_000)]
    public async Task Pixels_are_converted_to_the_matrix_that_the_file_names()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(
            Token, "-f", "lavfi", "-i", "color=0x20c040:size=640x360:duration=1,format=rgb24,scale=out_color_matrix=bt601:out_range=tv,format=yuv420p",
            "-colorspace", "smpte170m", "-color_range", "tv", "-c:v", "libx264", "-crf", "5", "old.mp4");
        var draft = studio.Draft(Second / 2, "old.mp4");
        await File.WriteAllTextAsync(draft.Captions!.AssPath, "[Script Info]\nScriptType: v4.00+\n", Token);

        var video = (await studio.MakeAsync(draft, Token)).Video!;

        var (red, green, blue) = (await studio.ColorsAsync(video.Path, Token))[5];
        Assert.InRange(red, 0x20 - 5, 0x20 + 5);
        Assert.InRange(green, 0xC0 - 5, 0xC0 + 5);
        Assert.InRange(blue, 0x40 - 5, 0x40 + 5);
    }

    [Fact(Timeout = 60_000)]
    public async Task Clip_of_high_dynamic_range_becomes_an_ordinary_one()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(
            Token, "-f", "lavfi", "-i", "color=gray:size=320x180:duration=0.5", "-pix_fmt", "yuv420p10le", "-c:v", "libx265", "-x265-params", "log-level=none",
            "-color_primaries", "bt2020", "-color_trc", "arib-std-b67", "-colorspace", "bt2020nc", "phone.mp4");

        var video = (await studio.MakeAsync(studio.Draft(Second / 2, "phone.mp4"), Token)).Video!;

        var (red, green, blue) = (await studio.ColorsAsync(video.Path, Token))[5];
        Assert.InRange(green, 60, 200);
        Assert.InRange(red, green - 12, green + 12);
        Assert.InRange(blue, green - 12, green + 12);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("picture.png")]
    [InlineData("picture.jpg")]
    public async Task Broken_picture_is_refused_before_any_work_is_done(string name)
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "testsrc2=size=640x480", "-frames:v", "1", name);
        await TruncateAsync(studio, name);

        await AssertRefusedAsync(studio, name);
    }

    [Fact(Timeout = 60_000)]
    public async Task Broken_video_is_refused_before_any_work_is_done()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "testsrc2=size=640x480:duration=1", "-c:v", "libx264", "clip.mp4");
        await TruncateAsync(studio, "clip.mp4");

        await AssertRefusedAsync(studio, "clip.mp4");
    }

    [Fact(Timeout = 60_000)]
    public async Task Cancel_in_the_middle_of_an_encode_leaves_no_process_and_no_file()
    {
        await using var studio = new Studio();
        var draft = studio.Draft(TimeSpan.FromSeconds(60), [null]);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var started = new TaskCompletionSource();
        var context = studio.Run.Context with { Progress = new Reports(progress => SetWhenTimed(progress, started)) };
        var stage = studio.Stage();
        await stage.PrepareAsync(draft, context, Token);

        var running = stage.RunAsync(draft, context, cancel.Token);
        await started.Task.WaitAsync(Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.DoesNotContain(context.Scope.Snapshot(), open => open.Kind == ResourceKind.Process);
        var directory = context.Scope.Directory;
        await context.Scope.DisposeAsync();

        Assert.False(Directory.Exists(directory));
        Assert.False(File.Exists(studio.Run.Scope.PathOf("video.mp4")));
        Assert.True(File.Exists(draft.Soundtrack!.MasterPath));
    }

    [Fact(Timeout = 60_000)]
    public async Task Progress_ends_when_all_frames_are_made()
    {
        await using var studio = new Studio();
        var reports = new List<StageProgress>();
        var draft = studio.Draft(Second, "color:#102030");
        var stage = studio.Stage(new CompositingOptions { Preset = "superfast" });
        var context = studio.Run.Context with { Progress = new Reports(reports.Add) };
        await stage.PrepareAsync(draft, context, Token);

        await stage.RunAsync(draft, context, Token);

        Assert.All(reports, report => Assert.Equal(StageName.Compositing, report.Stage));
        Assert.Equal(1, reports[^1].Fraction);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(2_000)]
    [InlineData(32_000)]
    public async Task Sound_off_its_loudness_is_put_right_before_it_is_delivered(int amplitude)
    {
        await using var studio = new Studio { Amplitude = amplitude };

        var made = await studio.MakeAsync(studio.Draft(Second, "color:#102030"), Token, new CompositingOptions { Preset = "superfast" });

        Assert.Equal(-14, made.Video!.IntegratedLufs, 0.5);
        Assert.InRange(made.Video.TruePeakDbtp, -20, -1);
        Assert.Empty(studio.Run.Warnings);
    }

    private static void SetWhenTimed(StageProgress progress, TaskCompletionSource started)
    {
        if (progress is { Fraction: > 0 and < 1, Detail: { } detail } && Regex.IsMatch(detail, @"^\d+ fps, \d+ s left$"))
        {
            started.TrySetResult();
        }
    }

    private static async Task TruncateAsync(Studio studio, string name)
    {
        await using var file = File.OpenWrite(studio.Run.Scope.PathOf(name));
        file.SetLength(file.Length / 2);
    }

    private static async Task AssertRefusedAsync(Studio studio, string name)
    {
        var exception = await Assert.ThrowsAsync<InvalidInputException>(() => studio.MakeAsync(studio.Draft(Second, name), Token));
        Assert.StartsWith($"{studio.ScriptPath}:3: {studio.Run.Scope.PathOf(name)}", exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.Advice);
        Assert.False(File.Exists(studio.Run.Scope.PathOf("video.mp4")));
        Assert.True(File.Exists(studio.Run.Scope.PathOf(name)));
    }

    /// <summary>Reports at once, unlike <see cref="Progress{T}"/>.</summary>
    private sealed class Reports(Action<StageProgress> onReport) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => onReport(value);
    }
}
