using System.Text.Json;

namespace ShortsFactory.EndToEnd.Tests;

public sealed class BadInputSpecs : IDisposable
{
    private readonly ShortsProgram _shorts = new();

    public static TheoryData<string, string, string, string> Scripts => new()
    {
        { "empty.md", "", "", "empty.md" },
        { "emoji.md", "🐙 🐙\n", "", "emoji.md" },
        { "binary.md", "abc\0def", "", "binary.md" },
        { "yaml.md", "---\ntitle: [unclosed\n---\nHello there.\n", "", "yaml.md:" },
        { "unknown-key.md", "---\ntitel: Hello\n---\nHello there.\n", "", "Did you mean 'title'?" },
        { "wrong-type.md", "---\ntitle:\n  - a\n  - b\n---\nHello there.\n", "", "title" },
        { "voice.md", "---\nvoice: flite:slr\n---\nHello there.\n", "", "voice.md:2: The engine flite has no voice 'slr'. Did you mean 'slt'?" },
        { "template.md", "---\ntitle: Hello\ntemplate: bold-pup\n---\nHello there.\n", "", "template.md:3: There is no caption template 'bold-pup'. Did you mean 'bold-pop'?" },
        { "background.md", "---\nbackground: generated:auroro\n---\nHello there.\n", "", "background.md:2: there is no generated background 'auroro'. Did you mean 'generated:aurora'?" },
        { "no-image.md", "---\nbackground: nowhere.jpg\n---\nHello there.\n", "", "nowhere.jpg" },
        { "broken-image.md", "---\nbackground: broken.jpg\n---\nHello there.\n", "broken.jpg", "broken.jpg: its first picture cannot be decoded" },
        { "broken-video.md", "---\nbackground: broken.mp4\n---\nHello there.\n", "broken.mp4", "broken.mp4" },
        { "comment.md", "Hello <!-- never closed\n", "", "comment.md:1" },
    };

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Scripts))]
    public async Task A_script_that_cannot_be_used_is_refused_and_nothing_stays(string name, string text, string besides, string mentions)
    {
        _shorts.Write(name, text);
        if (besides.Length > 0)
        {
            _shorts.Write(besides, "this is neither a picture nor a video");
        }

        var outcome = await _shorts.RunAsync("make", name);

        RefusedWith(outcome, mentions);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("nowhere.md: ", "make", "nowhere.md")]
    [InlineData("'good.avi' is not named .mp4", "make", "good.md", "-o", "good.avi")]
    [InlineData("--set nonsense is not a setting", "make", "good.md", "--set", "nonsense")]
    [InlineData("Did you mean 'Audio'?", "make", "good.md", "--set", "Audoi:TargetLufs=-14")]
    [InlineData("Did you mean 'TargetLufs'?", "make", "good.md", "--set", "Audio:TargetLuf=-14")]
    [InlineData("Audio:TargetLufs is 99, but must be between -30 and -8.", "make", "good.md", "--set", "Audio:TargetLufs=99")]
    [InlineData("Audio:TargetLufs", "make", "good.md", "--set", "Audio:TargetLufs=loud")]
    [InlineData("Compositing:Crf is 99", "make", "good.md", "--set", "Compositing:Crf=99", "--set", "Audio:TargetLufs=5")]
    [InlineData("SCRIPT is empty or no path", "make", "")]
    [InlineData("the background is empty", "make", "good.md", "--background", "")]
    [InlineData("no speech engine 'nobody'", "make", "good.md", "--voice", "nobody:x")]
    [InlineData("would replace this input", "make", "good.json", "-o", "good.mp4")]
    [InlineData("cannot be written to", "make", "good.md", "-o", "/proc/x/good.mp4")]
    [InlineData("--tempalte", "make", "good.md", "--tempalte", "clean")]
    [InlineData("nonsense", "nonsense")]
    [InlineData("Did you mean 'make'?", "mkae")]
    public async Task Bad_usage_is_refused_and_nothing_stays(string mentions, params string[] arguments)
    {
        _shorts.Write("good.md", "Hello there.\n");
        _shorts.Write("good.json", """{ "text": "Hello there." }""");

        var outcome = await _shorts.RunAsync(arguments);

        RefusedWith(outcome, mentions);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("make", "good.md", "--json", "--tempalte", "clean")]
    [InlineData("make", "--json")]
    [InlineData("make", "nowhere.md", "--json")]
    public async Task Programs_get_every_error_as_json(params string[] arguments)
    {
        var outcome = await _shorts.RunAsync(arguments);

        outcome.MustBe(2);
        using var report = JsonDocument.Parse(outcome.Output);
        var error = report.RootElement.GetProperty("error");
        Assert.Equal(2, error.GetProperty("exitCode").GetInt32());
        Assert.Contains(error.GetProperty("message").GetString()!, outcome.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_script_of_over_an_hour_is_refused_before_anything_is_spoken()
    {
        _shorts.Write("long.md", string.Concat(Enumerable.Repeat("This sentence is spoken again and again and again, without an end.\n\n", 1_200)));

        var outcome = await _shorts.RunAsync("make", "long.md");

        RefusedWith(outcome, "minutes");
    }

    public void Dispose() => _shorts.Dispose();

    private void RefusedWith(Outcome outcome, string mentions)
    {
        outcome.MustBe(2);
        Assert.Contains(mentions, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_shorts.Leftovers());
        Assert.False(File.Exists(_shorts.PathOf("good.mp4")));
        Assert.False(Directory.Exists(_shorts.PathOf("out")) && Directory.EnumerateFileSystemEntries(_shorts.PathOf("out")).Any());
    }
}
