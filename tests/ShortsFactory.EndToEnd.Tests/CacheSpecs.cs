using System.Text.Json;

namespace ShortsFactory.EndToEnd.Tests;

public sealed class CacheSpecs : IDisposable
{
    private const string Script = "Octopuses have three hearts. Two of them push blood. The third sends it around.";

    private static readonly string[] Fast = ["--set", "Compositing:Preset=superfast"];

    private readonly ShortsProgram _shorts = new();

    [Fact(Timeout = 240_000)]
    public async Task Nothing_is_made_twice_and_a_changed_word_costs_its_sentence()
    {
        _shorts.Write("short.txt", Script);
        var first = await MakeAsync("first.mp4");
        var second = await MakeAsync("second.mp4");
        _shorts.Write("short.txt", Script.Replace("blood", "water", StringComparison.Ordinal));
        var third = await MakeAsync("third.mp4");

        Assert.Equal("speech 0/3, audio 0/1, recognition 0/3, captions 0/1, compositing 0/4", Parts(first));
        Assert.Equal("speech 3/3, audio 1/1, recognition 3/3, captions 1/1, compositing 1/1", Parts(second));
        Assert.Equal("speech 2/3, audio 0/1, recognition 2/3, captions 0/1, compositing 1/4", Parts(third));
        Assert.All(Stages(second), stage => Assert.True(stage.GetProperty("cached").GetBoolean()));
        Assert.Equal(Words(first), Words(second));
        Assert.NotEqual(Words(first), Words(third));
        Assert.Equal(await FramesAsync("first.mp4"), await FramesAsync("second.mp4"));
        Assert.NotEqual(await FramesAsync("first.mp4"), await FramesAsync("third.mp4"));
        Assert.Equal(Seconds(first, "durationSeconds"), Seconds(second, "durationSeconds"));
        Assert.Empty(_shorts.Leftovers());
    }

    [Fact(Timeout = 240_000)]
    public async Task A_run_that_is_killed_while_it_encodes_goes_on_from_there_and_delivers_the_same()
    {
        _shorts.Write("short.txt", string.Join("\n\n", Enumerable.Range(1, 2).Select(number => $"Part {number}. {Script}")));
        var undisturbed = await MakeAsync("undisturbed.mp4", "--no-cache", "--set", "Compositing:Preset=veryfast");

        var killed = await _shorts.InterruptAsync(9, IsEncoding, "make", "short.txt", "-o", "killed.mp4", "--set", "Compositing:Preset=veryfast");
        var unpublished = !File.Exists(_shorts.PathOf("killed.mp4"));
        var again = await MakeAsync("killed.mp4", "--set", "Compositing:Preset=veryfast");

        killed.MustBe(137);
        Assert.True(unpublished);
        Assert.Equal("speech 0/0, audio 0/0, recognition 0/0, captions 0/0, compositing 0/0", Parts(undisturbed));
        // A video, its sound and some chunks; what had been finished was used, and the chunk under way was not.
        var compositing = Stages(again).Last();
        Assert.StartsWith("speech 8/8, audio 1/1, recognition 8/8, captions 1/1, compositing ", Parts(again), StringComparison.Ordinal);
        Assert.InRange(compositing.GetProperty("parts").GetInt32(), 5, 10);
        Assert.InRange(compositing.GetProperty("cachedParts").GetInt32(), 0, compositing.GetProperty("parts").GetInt32() - 2);
        Assert.Equal(Words(undisturbed), Words(again));
        Assert.Equal(await FramesAsync("undisturbed.mp4"), await FramesAsync("killed.mp4"));
    }

    [Fact(Timeout = 240_000)]
    public async Task Two_runs_at_once_share_the_cache_and_a_damaged_one_mends_itself()
    {
        _shorts.Write("short.txt", Script);
        var both = await Task.WhenAll(MakeAsync("one.mp4"), MakeAsync("two.mp4"));
        foreach (var (number, entry) in Entries().Index())
        {
            await using var file = File.Open(entry, FileMode.Open);
            file.SetLength(number % 2 == 0 ? file.Length / 2 : file.Length);
            file.Position = file.Length / 2;
            file.Write("damage that nobody has made on purpose"u8);
        }

        var mended = await MakeAsync("mended.mp4");
        var after = await MakeAsync("after.mp4");

        Assert.Equal("speech 0/3, audio 0/1, recognition 0/3, captions 0/1, compositing 0/4", Parts(mended));
        Assert.Equal("speech 3/3, audio 1/1, recognition 3/3, captions 1/1, compositing 1/1", Parts(after));
        Assert.All(both.Append(mended), manifest => Assert.Equal(Words(after), Words(manifest)));
        var frames = await FramesAsync("one.mp4");
        Assert.All([await FramesAsync("two.mp4"), await FramesAsync("mended.mp4"), await FramesAsync("after.mp4")], other => Assert.Equal(frames, other));
    }

    [Fact(Timeout = 240_000)]
    public async Task The_cache_is_shown_and_cleared_and_can_be_done_without()
    {
        _shorts.Write("short.txt", "Hello there.");
        await MakeAsync("first.mp4", "--no-cache");
        var none = Entries().Length;
        await MakeAsync("second.mp4");
        var show = await _shorts.RunAsync("cache");
        var clear = await _shorts.RunAsync("cache", "clear");
        var refused = await _shorts.RunAsync("cache", "clear", "--set", $"Cache:Directory={_shorts.Folder}");
        var without = await _shorts.RunAsync(["make", "short.txt", "-o", "third.mp4", .. Fast, "--set", "Cache:Directory=/proc/nowhere"]);

        Assert.Equal(0, none);
        show.MustBe(0);
        Assert.Matches("(?s)CACHE +/.*entries +7\n.*limit +5368.7 MB", show.Output);
        clear.MustBe(0);
        Assert.Equal("Deleted 7 entries, and 0 files of footage.\n", clear.Output);
        Assert.Empty(Entries());
        refused.MustBe(2);
        Assert.True(File.Exists(_shorts.PathOf("short.txt")));
        without.MustBe(0);
        Assert.Single(without.Error.Split('\n'), line => line.Contains("/proc/nowhere", StringComparison.Ordinal));
        Assert.True(File.Exists(_shorts.PathOf("third.mp4")));
    }

    public void Dispose() => _shorts.Dispose();

    private bool IsEncoding() => Directory.EnumerateFiles(_shorts.Work, "pictures.mp4", SearchOption.AllDirectories).Any();

    private string[] Entries() =>
        Directory.Exists(_shorts.Cache) ? [.. Directory.EnumerateFiles(_shorts.Cache, "*.tar").Order(StringComparer.Ordinal)] : [];

    private async Task<JsonElement> MakeAsync(string output, params string[] arguments)
    {
        var outcome = await _shorts.RunAsync(["make", "short.txt", "-o", output, "--quiet", .. Fast, .. arguments]);
        outcome.MustBe(0);
        Assert.Equal("", outcome.Error);
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(_shorts.PathOf(Path.ChangeExtension(output, ".json")), TestContext.Current.CancellationToken));
        return manifest.RootElement.Clone();
    }

    /// <summary>The hashes of all decoded frames and of all decoded sound.</summary>
    private Task<string> FramesAsync(string video) => MediaTool.RunAsync("ffmpeg", "-nostdin", "-v", "error", "-i", _shorts.PathOf(video), "-f", "framemd5", "-");

    private static string Parts(JsonElement manifest) => string.Join(", ", Stages(manifest).Select(stage =>
        $"{stage.GetProperty("name").GetString()} {stage.GetProperty("cachedParts").GetInt32()}/{stage.GetProperty("parts").GetInt32()}"));

    private static IEnumerable<JsonElement> Stages(JsonElement manifest) => manifest.GetProperty("stages").EnumerateArray();

    private static string Words(JsonElement manifest) => manifest.GetProperty("words").GetRawText();

    private static double Seconds(JsonElement manifest, string name) => manifest.GetProperty(name).GetDouble();
}
