using ShortsFactory.Backgrounds;
using ShortsFactory.Pipeline;
using ShortsFactory.Tests.Compositing;

namespace ShortsFactory.Tests.Backgrounds;

public sealed class BackgroundResolverSpecs
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Scene_goes_before_script_and_script_before_the_option()
    {
        await using var studio = new Studio();
        var draft = studio.Draft(Second, "generated:ember", null);

        var byOption = await ResolveAsync(studio, draft, "generated:ocean");
        var byScript = await ResolveAsync(studio, draft with { Script = draft.Script with { Background = "color:#A0b0C0" } }, "generated:ocean");

        Assert.Equal(["ember", "ocean"], byOption.Cast<GeneratedBackground>().Select(background => background.Preset.Name));
        Assert.Equal(new ColorBackground("a0b0c0"), byScript[1]);
    }

    [Theory]
    [InlineData("generated:auroa", "there is no generated background 'auroa'. Did you mean 'generated:aurora'?")]
    [InlineData("genrated:ember", "the background 'genrated:ember' does not exist (paths start at the script's folder). Did you mean 'generated:ember'?")]
    [InlineData("color:red", "'color:red' is not a colour; six hexadecimal digits are, as in color:#112233.")]
    [InlineData("clips/none.mp4", "the background 'clips/none.mp4' does not exist (paths start at the script's folder).")]
    public async Task Unknown_background_is_refused_where_it_stands(string background, string complaint)
    {
        await using var studio = new Studio();

        var exception = await Assert.ThrowsAsync<InvalidInputException>(() => ResolveAsync(studio, studio.Draft(Second, null, background)));

        Assert.Equal($"{studio.ScriptPath}:4: {complaint}", exception.Message);
        Assert.Contains("generated:aurora, generated:ember, generated:ocean", exception.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_background_of_the_whole_script_has_no_line()
    {
        await using var studio = new Studio();

        var exception = await Assert.ThrowsAsync<InvalidInputException>(() => ResolveAsync(studio, studio.Draft(Second, [null]), "generated:none"));

        Assert.Null(exception.Line);
    }

    [Fact(Timeout = 60_000)]
    public async Task Folder_gives_each_scene_its_next_file_by_name()
    {
        await using var studio = new Studio();
        var folder = Directory.CreateDirectory(Path.Combine(studio.Folder, "my clips")).FullName;
        foreach (var name in (string[])["b.png", "a.png", ".hidden.png"])
        {
            await studio.FfmpegAsync(TestContext.Current.CancellationToken, "-f", "lavfi", "-i", "color=red:size=32x32", "-frames:v", "1", Path.Combine(folder, name));
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "Thumbs.db"), "not a picture", TestContext.Current.CancellationToken);

        var backgrounds = await ResolveAsync(studio, studio.Draft(Second, "my clips", "my clips/", null, "my clips"));

        Assert.Equal(["a.png", "b.png", "a.png"], backgrounds.OfType<MediaBackground>().Select(background => Path.GetFileName(background.File.Path)));
        Assert.Equal(backgrounds[0], backgrounds[3]);
    }

    [Fact]
    public async Task Folder_without_pictures_is_refused()
    {
        await using var studio = new Studio();
        Directory.CreateDirectory(Path.Combine(studio.Folder, "empty"));

        var exception = await Assert.ThrowsAsync<InvalidInputException>(() => ResolveAsync(studio, studio.Draft(Second, "empty")));

        Assert.Contains("holds no video and no picture", exception.Message, StringComparison.Ordinal);
        Assert.Equal(3, exception.Line);
    }

    [Fact(Timeout = 60_000)]
    public async Task Sound_is_refused()
    {
        await using var studio = new Studio();
        var draft = studio.Draft(Second, "the master.wav");

        var exception = await Assert.ThrowsAsync<InvalidInputException>(() => ResolveAsync(studio, draft));

        Assert.Contains("sound alone", exception.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Footage_that_the_output_would_replace_is_refused_inside_a_folder_and_through_a_link()
    {
        await using var studio = new Studio();
        var footage = Directory.CreateDirectory(studio.Run.Scope.PathOf("footage")).FullName;
        var clip = Path.Combine(footage, "clip.mp4");
        await File.WriteAllTextAsync(clip, "the user's own", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(studio.Run.Scope.PathOf("link.mp4"), clip);
        Directory.CreateSymbolicLink(studio.Run.Scope.PathOf("elsewhere"), footage);

        foreach (var background in new[] { "footage", "footage/clip.mp4", "link.mp4", "elsewhere", "elsewhere/clip.mp4" })
        {
            var draft = studio.Draft(TimeSpan.FromSeconds(1), background);
            var exception = await Assert.ThrowsAsync<InvalidInputException>(
                () => ResolveAsync(studio, draft with { Request = draft.Request with { OutputPath = clip } }));
            Assert.Contains("would replace", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory(Timeout = 120_000)]
    [InlineData("clip.ts")]
    [InlineData("clip.avi")]
    public async Task Footage_that_ffmpeg_cannot_start_over_is_put_into_another_container(string name)
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(
            TestContext.Current.CancellationToken, "-f", "lavfi", "-i", "testsrc2=size=320x240:rate=30", "-t", "1", "-c:v", "libx264", "-pix_fmt", "yuv420p", name);

        var background = Assert.IsType<MediaBackground>((await ResolveAsync(studio, studio.Draft(TimeSpan.FromSeconds(1), name)))[0]);
        await studio.FfmpegAsync(
            TestContext.Current.CancellationToken,
            "-stream_loop", "-1", "-i", Path.Combine(studio.Run.Context.Scope.Directory, background.Link), "-frames:v", "100", "-f", "framecrc", "looped.txt");

        Assert.Equal(100, (await File.ReadAllLinesAsync(studio.Run.Scope.PathOf("looped.txt"), TestContext.Current.CancellationToken)).Count(line => !line.StartsWith('#')));
    }

    private static Task<IReadOnlyList<Background>> ResolveAsync(Studio studio, Short draft, string fallback = "generated:aurora") =>
        studio.Resolver.ResolveAsync(draft, fallback, studio.Run.Context.Scope, TestContext.Current.CancellationToken);
}
