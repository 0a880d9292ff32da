using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ShortsFactory.EndToEnd.Tests;

public sealed partial class MakeSpecs : IDisposable
{
    private const string Facts = """
        ---
        title: Two facts
        background: generated:ember
        ---
        An octopus has **three** hearts and 9 brains. 🐙
        [pause 400ms]

        It costs $1,200 to keep one in 2024, say {NASA|nassa} engineers!
        """;

    private const string Story = """
        {
          "title": "A story",
          "voice": "espeak-ng:en-us",
          "template": "clean",
          "scenes": [
            { "background": "generated:ocean", "text": "The sea was calm that night. Nobody heard the bell." },
            { "background": "color:#203040", "text": "At 5:30 a.m. Dr. Moore opened the door, and 42% of the lamps went out." }
          ]
        }
        """;

    private readonly ShortsProgram _shorts = new();

    [Theory(Timeout = 240_000)]
    [InlineData("facts.md", Facts, "An octopus has three hearts and 9 brains. 🐙 It costs $1,200 to keep one in 2024, say NASA engineers!")]
    [InlineData("story.json", Story, "The sea was calm that night. Nobody heard the bell. At 5:30 a.m. Dr. Moore opened the door, and 42% of the lamps went out.")]
    public async Task A_script_becomes_a_delivered_short(string name, string script, string shown)
    {
        _shorts.Write(name, script);

        var outcome = await _shorts.RunAsync("make", name);

        outcome.MustBe(0);
        var stem = _shorts.PathOf("out/" + Path.GetFileNameWithoutExtension(name));
        Assert.Equal([".ass", ".jpg", ".json", ".lrc", ".mp4", ".srt", ".vtt"], Directory.EnumerateFiles(_shorts.PathOf("out")).Select(Path.GetExtension).Order(StringComparer.Ordinal));
        Assert.Empty(_shorts.Leftovers());
        var manifest = await ReadAsync(stem + ".json");
        WordsAreTheScript(manifest, shown);
        TimesAreInOrder(manifest);
        NothingLeaked(manifest);
        await DeliveryProfileHoldsAsync(stem + ".mp4", manifest);
        await LoudnessHoldsAsync(stem + ".mp4", manifest);
        await WordsStartWhereTheSoundStartsAsync(stem + ".mp4", manifest);
    }

    [Fact(Timeout = 240_000)]
    public async Task Json_prints_the_manifest_alone_and_a_second_run_replaces_the_first()
    {
        _shorts.Write("short.txt", "Hello there. This is plain text.");
        Directory.CreateDirectory(_shorts.PathOf("results"));
        await File.WriteAllTextAsync(_shorts.PathOf("results/short.mp4"), "an older result", TestContext.Current.CancellationToken);

        var first = await _shorts.RunAsync("make", "short.txt", "-o", "results/short.mp4", "--json");
        var second = await _shorts.RunAsync("make", "short.txt", "-o", "results/short.mp4", "--quiet", "--background", "color:#102030");

        first.MustBe(0);
        using var printed = JsonDocument.Parse(first.Output);
        Assert.Equal("Hello there. This is plain text.", Text(printed.RootElement));
        second.MustBe(0);
        Assert.Equal("", second.Output);
        Assert.Equal("", second.Error);
        Assert.Equal(7, Directory.EnumerateFileSystemEntries(_shorts.PathOf("results")).Count());
    }

    [Fact(Timeout = 240_000)]
    public async Task Kept_files_stay_in_the_work_directory_that_was_asked_for()
    {
        _shorts.Write("short.txt", "Hello there.");

        var outcome = await _shorts.RunAsync("make", "short.txt", "--work", "mine", "--keep");

        outcome.MustBe(0);
        Assert.NotEmpty(Directory.EnumerateFiles(_shorts.PathOf("mine"), "*.wav", SearchOption.AllDirectories));
        Assert.Empty(_shorts.Leftovers());
    }

    [Fact(Timeout = 240_000)]
    public async Task An_error_is_json_too_when_json_is_asked_for()
    {
        var outcome = await _shorts.RunAsync("make", "nowhere.md", "--json");

        outcome.MustBe(2);
        using var printed = JsonDocument.Parse(outcome.Output);
        Assert.Contains("nowhere.md", printed.RootElement.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    public void Dispose() => _shorts.Dispose();

    private static async Task<JsonElement> ReadAsync(string path)
    {
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    private static string Text(JsonElement manifest) =>
        string.Join(' ', manifest.GetProperty("words").EnumerateArray().Select(word => word.GetProperty("text").GetString()));

    private static void WordsAreTheScript(JsonElement manifest, string shown)
    {
        Assert.Equal(shown, Text(manifest));
        var timings = manifest.GetProperty("words").EnumerateArray().Select(word => word.GetProperty("timing").GetString()).ToArray();
        Assert.All(timings, timing => Assert.True(timing is "recognized" or "interpolated"));
        Assert.InRange(timings.Count(timing => timing == "recognized") / (double)timings.Length, 0.98, 1);
    }

    private static void TimesAreInOrder(JsonElement manifest)
    {
        var duration = manifest.GetProperty("durationSeconds").GetDouble();
        var previous = 0.0;
        foreach (var word in manifest.GetProperty("words").EnumerateArray())
        {
            Assert.InRange(word.GetProperty("start").GetDouble(), previous, duration);
            Assert.InRange(word.GetProperty("end").GetDouble(), word.GetProperty("start").GetDouble(), duration);
            previous = word.GetProperty("start").GetDouble();
        }
    }

    private static void NothingLeaked(JsonElement manifest)
    {
        var resources = manifest.GetProperty("resources");
        Assert.Equal(0, resources.GetProperty("leaked").GetInt64());
        Assert.Equal(0, resources.GetProperty("cleanupFailures").GetInt64());
        Assert.Equal(resources.GetProperty("opened").GetInt64(), resources.GetProperty("released").GetInt64());
        Assert.InRange(resources.GetProperty("opened").GetInt64(), 10, 10_000);
    }

    private static async Task DeliveryProfileHoldsAsync(string video, JsonElement manifest)
    {
        using var probe = JsonDocument.Parse(await MediaTool.RunAsync(
            "ffprobe", "-v", "error", "-count_frames", "-show_streams", "-show_format", "-of", "json", video));
        var streams = probe.RootElement.GetProperty("streams").EnumerateArray().ToDictionary(stream => stream.GetProperty("codec_type").GetString()!);
        var picture = streams["video"];
        var sound = streams["audio"];
        Assert.Equal("h264 High 1080 1920 yuv420p bt709 bt709 bt709 tv 30/1 30/1 0.000000", Fields(
            picture, "codec_name", "profile", "width", "height", "pix_fmt", "color_space", "color_transfer", "color_primaries", "color_range", "r_frame_rate", "avg_frame_rate", "start_time"));
        Assert.Equal("aac LC 48000 2 0.000000", Fields(sound, "codec_name", "profile", "sample_rate", "channels", "start_time"));
        var frames = int.Parse(picture.GetProperty("nb_read_frames").GetString()!, CultureInfo.InvariantCulture);
        Assert.Equal(frames / 30.0, manifest.GetProperty("durationSeconds").GetDouble(), 0.001);
        Assert.InRange(manifest.GetProperty("video").GetProperty("bitrate").GetInt64(), 100_000, 12_000_000);
        var head = (await File.ReadAllBytesAsync(video, TestContext.Current.CancellationToken)).AsMemory(0, 64);
        Assert.True(head.Span.IndexOf("moov"u8) > 0, "The index is not at the front.");
    }

    private static async Task LoudnessHoldsAsync(string video, JsonElement manifest)
    {
        var report = await MediaTool.RunAsync("ffmpeg", "-nostdin", "-hide_banner", "-i", video, "-af", "ebur128=peak=true", "-vn", "-f", "null", "-");
        var summary = report[report.LastIndexOf("Summary:", StringComparison.Ordinal)..];
        var loudness = double.Parse(IntegratedPattern().Match(summary).Groups["value"].Value, CultureInfo.InvariantCulture);
        var peak = double.Parse(PeakPattern().Match(summary).Groups["value"].Value, CultureInfo.InvariantCulture);
        Assert.InRange(loudness, -15, -13);
        Assert.InRange(peak, -12, -1);
        Assert.Equal(loudness, manifest.GetProperty("audio").GetProperty("integratedLufs").GetDouble(), 0.2);
        Assert.Equal(peak, manifest.GetProperty("audio").GetProperty("truePeakDbtp").GetDouble(), 0.3);
    }

    /// <summary>The clock of the manifest is the clock of the delivered sound: each sentence is silent before its first word, and sounds soon after.</summary>
    private static async Task WordsStartWhereTheSoundStartsAsync(string video, JsonElement manifest)
    {
        const int rate = 16_000;
        var samples = await MediaTool.DecodeAsync(video, rate);
        var starts = manifest.GetProperty("words").EnumerateArray()
            .GroupBy(word => word.GetProperty("sentence").GetInt32())
            .Select(words => words.First().GetProperty("start").GetDouble());
        foreach (var start in starts)
        {
            Assert.True(Loudest(start - 0.15, start - 0.07) < 0.02, $"There is sound before the word at {start} s.");
            Assert.True(Loudest(start - 0.02, start + 0.25) > 0.05, $"There is no sound at the word at {start} s.");
        }

        float Loudest(double from, double to) =>
            samples.Take(new Range(Math.Max(0, (int)(from * rate)), (int)(to * rate))).Max(Math.Abs);
    }

    private static string Fields(JsonElement stream, params string[] names) =>
        string.Join(' ', names.Select(name => stream.GetProperty(name).ToString()));

    [GeneratedRegex(@"I:\s+(?<value>-?[\d.]+) LUFS", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex IntegratedPattern();

    [GeneratedRegex(@"Peak:\s+(?<value>-?[\d.]+) dBFS", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PeakPattern();
}
