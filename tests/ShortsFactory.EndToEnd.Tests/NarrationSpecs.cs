using System.Text.Json;

namespace ShortsFactory.EndToEnd.Tests;

/// <summary>Shorts that speak with a recording of the user's own.</summary>
public sealed class NarrationSpecs : IDisposable
{
    private readonly ShortsProgram _shorts = new();

    [Fact(Timeout = 240_000)]
    public async Task A_recording_speaks_for_a_script_and_captions_spell_the_script()
    {
        await RecordAsync("voice.m4a", ("An octopus has three hearts.", 0.9), ("It costs one thousand two hundred dollars a month.", 0.4));
        _shorts.Write("short.md", "---\nnarration: voice.m4a\nbackground: color:#203040\n---\nAn octopus has 3 hearts. 🐙 It costs $1,200 a month.\n");

        var first = await MakeAsync("short.md");
        var second = await MakeAsync("short.md");

        Assert.Equal("An octopus has 3 hearts. 🐙 It costs $1,200 a month.", Text(first));
        Assert.Empty(first.GetProperty("warnings").EnumerateArray());
        Assert.InRange(first.GetProperty("audio").GetProperty("integratedLufs").GetDouble(), -15, -13);
        Assert.InRange(first.GetProperty("audio").GetProperty("truePeakDbtp").GetDouble(), -20, -1);
        Assert.All(second.GetProperty("stages").EnumerateArray(), stage => Assert.True(stage.GetProperty("cached").GetBoolean()));
        await SoundBeginsWithSentencesAsync("out/short.mp4", first);
    }

    [Fact(Timeout = 240_000)]
    public async Task A_recording_alone_is_its_own_script()
    {
        await RecordAsync("my take.wav", ("An octopus has three hearts", 0.8), ("They pump blue blood", 0.4));

        var manifest = await MakeAsync("my take.wav", "--background", "color:#203040");

        Assert.Equal("my take", manifest.GetProperty("title").GetString());
        Assert.StartsWith("An octopus has three hearts. ", Text(manifest), StringComparison.Ordinal);
        Assert.True(File.Exists(_shorts.PathOf("out/my take.mp4")));
    }

    [Theory(Timeout = 120_000)]
    [InlineData(2, "There is no such file", "make", "nowhere.mp3")]
    [InlineData(2, "the recording", "make", "good.md", "--narration", "nowhere.mp3")]
    [InlineData(2, "--language is for a recording without a script", "make", "good.md", "--language", "de")]
    [InlineData(2, "there is no script", "make")]
    [InlineData(2, "named.md:2: the recording 'nowhere.wav' does not exist", "make", "named.md")]
    [InlineData(2, "broken.mp3: it is not a video, picture or sound", "make", "good.md", "--narration", "broken.mp3")]
    public async Task A_recording_that_cannot_be_used_is_refused_and_nothing_stays(int exitCode, string mentions, params string[] arguments)
    {
        _shorts.Write("good.md", "Hello there.\n");
        _shorts.Write("named.md", "---\nnarration: nowhere.wav\n---\nHello there.\n");
        _shorts.Write("broken.mp3", "this is no sound");

        var outcome = await _shorts.RunAsync(arguments);

        outcome.MustBe(exitCode);
        Assert.Contains(mentions, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_shorts.Leftovers());
        Assert.False(Directory.Exists(_shorts.PathOf("out")) && Directory.EnumerateFileSystemEntries(_shorts.PathOf("out")).Any());
    }

    public void Dispose() => _shorts.Dispose();

    private async Task RecordAsync(string name, params (string Text, double Pause)[] sentences)
    {
        List<string> inputs = [];
        List<string> filters = [];
        foreach (var (index, (text, pause)) in sentences.Index())
        {
            await MediaTool.RunAsync("flite", "-voice", "slt", "-t", text, "-o", _shorts.PathOf($"{index}.wav"));
            inputs.AddRange(["-i", _shorts.PathOf($"{index}.wav")]);
            filters.Add(FormattableString.Invariant($"[{index}]apad=pad_dur={pause}[s{index}]"));
        }

        var joined = string.Concat(sentences.Select((_, index) => $"[s{index}]")) + $"concat=n={sentences.Length}:v=0:a=1";
        await MediaTool.RunAsync("ffmpeg", ["-v", "error", .. inputs, "-filter_complex", $"{string.Join(';', filters)};{joined}", _shorts.PathOf(name)]);
    }

    private async Task<JsonElement> MakeAsync(params string[] arguments)
    {
        var outcome = await _shorts.RunAsync(["make", .. arguments, "--json"]);
        outcome.MustBe(0);
        using var printed = JsonDocument.Parse(outcome.Output);
        return printed.RootElement.Clone();
    }

    private static string Text(JsonElement manifest) =>
        string.Join(' ', manifest.GetProperty("words").EnumerateArray().Select(word => word.GetProperty("text").GetString()));

    private async Task SoundBeginsWithSentencesAsync(string video, JsonElement manifest)
    {
        const int rate = 16_000;
        var samples = await MediaTool.DecodeAsync(_shorts.PathOf(video), rate);
        foreach (var sentence in manifest.GetProperty("words").EnumerateArray().GroupBy(word => word.GetProperty("sentence").GetInt32()))
        {
            var start = sentence.First().GetProperty("start").GetDouble();
            Assert.True(Loudest(start - 0.15, start - 0.07) < 0.02, $"There is sound before the word at {start} s.");
            Assert.True(Loudest(start - 0.02, start + 0.25) > 0.05, $"There is no sound at the word at {start} s.");
        }

        float Loudest(double from, double to) =>
            samples.Take(new Range(Math.Max(0, (int)(from * rate)), Math.Max(1, (int)(to * rate)))).Max(Math.Abs);
    }
}
