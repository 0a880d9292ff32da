using ShortsFactory.Pipeline;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Scripts;

public sealed class PictureSettingsSpecs
{
    [Theory]
    [InlineData("background: {path: a.mp4, from: 3s}", "{'path': 'a.mp4', 'from': '3s', }")]
    [InlineData("background:\n  path: a.mp4\n  from: 3s", "{\n'path': 'a.mp4', \n'from': '3s', }")]
    [InlineData("background: a.mp4", "a.mp4")]
    public void A_group_of_values_is_kept_with_its_lines(string yaml, string expected)
    {
        var script = ScriptParser.Parse($"---\ntitle: T\n{yaml}\n---\nOne.", "a.md");

        Assert.Equal(expected, script.Background);
        Assert.Equal(3, script.Lines["background"]);
    }

    [Theory]
    [InlineData("background: {path: a.mp4, loop: off}", "\n{path: a.mp4, loop: off}")]
    [InlineData("background:\n  path: a.mp4\n  loop: off", "\n\n{'path': 'a.mp4', \n'loop': 'off', }")]
    public void A_scene_may_have_a_group_too(string lines, string expected)
    {
        var script = ScriptParser.Parse($"One.\n\n## scene\n{lines}\n\nTwo.", "a.md");

        Assert.Equal(expected, script.Scenes[1].Background);
        Assert.Equal("Two.", script.Scenes[1].Sentences[0].Text);
    }

    [Fact]
    public void JSON_has_groups_as_objects_and_switches()
    {
        const string json = """
            { "title": "T", "hook": true, "progress": false,
              "watermark": { "text": "@me", "opacity": 50 },
              "scenes": [{ "background": { "path": "a.mp4" }, "text": "One." }] }
            """;
        var script = ScriptParser.Parse(json, "a.json");

        Assert.Equal("{ \"path\": \"a.mp4\" }", script.Scenes[0].Background);
        Assert.Equal(("on", "off", "{ \"text\": \"@me\", \"opacity\": 50 }"), (script.Overlays["hook"], script.Overlays["progress"], script.Overlays["watermark"]));
        Assert.Equal(2, script.Lines["watermark"]);
    }

    [Fact]
    public void Format_seed_and_cover_are_read()
    {
        var script = ScriptParser.Parse("---\nformat: 1080x1080@60\nseed: part 2\ncover: 12.5s\n---\nOne.", "a.md");

        Assert.Equal((new PictureFormat(1080, 1080, 60), "part 2", "12.5s"), (script.Format, script.Seed, script.Cover));
    }

    [Theory]
    [InlineData("---\nformat: 4k\n---\nOne.", "s.md:2: '4k' is no format.")]
    [InlineData("---\ntitle: {a: b}\n---\nOne.", "s.md:2: 'title' holds a list or a group.")]
    [InlineData("One.\n\n## scene\nbackground:\n  path: [a\n\nTwo.", "s.md:")]
    public void What_does_not_fit_is_refused_with_its_line(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<InvalidInputException>(() => ScriptParser.Parse(text, "s.md")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("12.5s", 12.5, null)]
    [InlineData("{at: 1:02, title: on}", 62.0, null)]
    [InlineData("nine brains", null, "nine brains")]
    public void A_cover_is_a_moment_or_words(string cover, double? seconds, string? words)
    {
        var settings = CoverSettings.Read(cover);

        Assert.Equal((seconds, words), (settings.Time?.TotalSeconds, settings.Words));
        Assert.Equal(cover.Contains("title", StringComparison.Ordinal), settings.HasTitle);
    }

    [Fact]
    public void A_cover_of_words_that_the_script_does_not_say_is_refused()
    {
        var script = ScriptParser.Parse("---\ncover: ten brains\n---\nIt has nine **brains**, really.", "s.md");

        var exception = Assert.Throws<InvalidInputException>(() => CoverSettings.Check(script, "s.md"));

        Assert.StartsWith("s.md:2: 'cover' is 'ten brains', which is no time", exception.Message, StringComparison.Ordinal);
        Assert.Equal("Nine Brains", CoverSettings.Check(script with { Cover = "Nine Brains" }, "s.md").Words);
    }
}
