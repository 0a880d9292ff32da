using Microsoft.Extensions.Options;
using ShortsFactory.Captions;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Pipeline;
using ShortsFactory.Previews;
using ShortsFactory.Resources;
using ShortsFactory.Templates;

namespace ShortsFactory.Tests.Captions;

public sealed class CaptionStageSpecs
{
    private readonly CaptionStage _stage = new(Options.Create(new CaptionsOptions()), Drawn.Templates);

    public static TheoryData<string> AllTemplates => [.. Drawn.TemplateNames];

    [Theory]
    [MemberData(nameof(AllTemplates))]
    public async Task The_sample_of_every_template_is_as_approved(string template)
    {
        await using var run = new TestRun();

        var draft = await _stage.RunAsync(Narrated.Draft(SampleLine.Transcript, template), run.Context, TestContext.Current.CancellationToken);

        Golden.Matches(await File.ReadAllTextAsync(draft.Captions!.AssPath), $"sample.{template}.ass");
        Assert.Empty(run.Warnings);
    }

    [Theory]
    [InlineData("bold-pop")]
    [InlineData("clean")]
    public async Task The_whole_subtitle_file_is_as_approved(string template)
    {
        await using var run = new TestRun();

        var draft = await _stage.RunAsync(Narrated.Draft(Narrated.Octopus, template), run.Context, TestContext.Current.CancellationToken);

        Golden.Matches(await File.ReadAllTextAsync(draft.Captions!.AssPath), $"{template}.ass");
    }

    [Fact(Timeout = 120_000)]
    public async Task Subtitle_files_beside_the_video_are_as_approved_and_can_be_read()
    {
        await using var run = new TestRun();

        var draft = await _stage.RunAsync(Narrated.Draft(Narrated.Octopus), run.Context, TestContext.Current.CancellationToken);

        Golden.Matches(await File.ReadAllTextAsync(draft.Captions!.SrtPath), "captions.srt");
        Golden.Matches(await File.ReadAllTextAsync(draft.Captions.VttPath), "captions.vtt");
        foreach (var path in (string[])[draft.Captions.SrtPath, draft.Captions.VttPath])
        {
            var probe = await run.Scope.RunAsync(
                new ProcessCommand { FileName = "ffprobe", Arguments = ["-v", "warning", "-show_entries", "packet=pts_time,duration_time", "-of", "csv=p=0", path] },
                TestContext.Current.CancellationToken);
            Assert.Empty(probe.StandardErrorTail);
            var cues = probe.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(',').Select(double.Parse).ToArray())
                .ToArray();
            Assert.True(cues.Length > 3);
            Assert.All(cues, cue => Assert.True(cue[1] > 0));
            Assert.All(cues.Zip(cues.Skip(1)), pair => Assert.True(pair.First[0] + pair.First[1] <= pair.Second[0] + 0.0005));
        }
    }

    [Fact]
    public async Task Files_outlive_the_stage_with_exactly_the_fonts_that_are_used()
    {
        await using var run = new TestRun();
        var draft = await _stage.RunAsync(Narrated.Draft(Narrated.Transcript("Plain words."), "clean"), run.Context, TestContext.Current.CancellationToken);

        await run.Context.Scope.DisposeAsync();

        var captions = draft.Captions!;
        Assert.All([captions.AssPath, captions.SrtPath, captions.VttPath], path => Assert.True(File.Exists(path)));
        Assert.Equal(["Inter-SemiBold.otf"], Directory.GetFiles(captions.FontDirectory).Select(Path.GetFileName), StringComparer.Ordinal);
        Assert.Equal([0, 1], Assert.Single(captions.Groups).Lines.SelectMany(line => line));
    }

    [Fact]
    public async Task Characters_that_no_font_has_are_one_warning_that_names_them()
    {
        await using var run = new TestRun();

        await _stage.RunAsync(Narrated.Draft(Narrated.Transcript("one \uE001 two \uE001")), run.Context, TestContext.Current.CancellationToken);

        Assert.Equal(
            "No installed font has '\uE001' (U+E001): captions may show a box instead; name a font that has them in the 'fonts' of the caption template 'bold-pop'.",
            Assert.Single(run.Warnings));
    }

    [Fact]
    public void What_is_missing_is_said_with_the_package_to_install()
    {
        var template = Drawn.Templates.Load("clean");
        using var fonts = FontStack.Open(template, Drawn.Templates.Directory, findInstalled: _ => null);
        string[] words = ["Hello", "漢", "字", "قلوب", "🐙"];
        Assert.All(words, word => fonts.Measure(word));

        Assert.Equal(
            [
                "No installed font has '字' (U+5B57), '漢' (U+6F22): captions may show a box instead; install one with 'apt-get install fonts-noto-cjk'.",
                "No installed font has 'ب' (U+0628), 'ق' (U+0642), 'ل' (U+0644), 'و' (U+0648): captions may show a box instead; install one with 'apt-get install fonts-noto-core'.",
                "The font of coloured emoji is not installed, so they are drawn in one colour; install it with 'apt-get install fonts-noto-color-emoji'.",
            ],
            GlyphWarnings.For(fonts, template));
        var error = Assert.Throws<ToolMissingException>(() => GlyphWarnings.RefuseUnreadable(fonts, words));
        Assert.Equal("Install it with 'apt-get install fonts-noto-core fonts-noto-cjk'.", error.Advice);
        GlyphWarnings.RefuseUnreadable(fonts, [.. words, "mostly", "plain", "words"]);
    }

    [Fact]
    public async Task An_unknown_template_is_refused_before_anything_is_spoken()
    {
        await using var run = new TestRun();
        var draft = Narrated.Draft(Narrated.Octopus, "bold-pup") with { Transcript = null };

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => _stage.PrepareAsync(draft, run.Context, TestContext.Current.CancellationToken));

        Assert.Equal("There is no caption template 'bold-pup'. Did you mean 'bold-pop'?", error.Message);
        Assert.StartsWith("Choose one of: bold-pop, bounce, ", error.Advice);
    }

    [Fact]
    public async Task A_font_that_is_not_installed_is_refused_with_its_package()
    {
        await using var run = new TestRun();
        var directory = run.Scope.Directory;
        await File.WriteAllTextAsync(Path.Combine(directory, "odd.yaml"), "description: Odd.\nfonts:\n  - file: NoSuchFont-Bold.otf\n    package: fonts-no-such\n");
        var stage = new CaptionStage(Options.Create(new CaptionsOptions { Template = "odd" }), new TemplateCatalog(Home.Find().Templates, directory));

        var error = await Assert.ThrowsAsync<ToolMissingException>(() => stage.PrepareAsync(Narrated.Draft(Narrated.Octopus), run.Context, TestContext.Current.CancellationToken));

        Assert.Equal("NoSuchFont-Bold.otf", error.Tool);
        Assert.Contains("apt-get install fonts-no-such", error.Advice);
    }
}
