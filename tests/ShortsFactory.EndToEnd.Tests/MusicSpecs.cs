using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ShortsFactory.EndToEnd.Tests;

/// <summary>Shorts with music under the voice and sounds at their scenes.</summary>
public sealed partial class MusicSpecs : IDisposable
{
    private const string Script = """
        ---
        title: Octopus
        music:
          file: song.mp3
          credit: "Night Walk, CC BY 4.0"
        transition-sound: generated:whoosh
        background: color:#203040
        ---
        Octopuses have three hearts. [pause 2s] Two of them stop when they swim.

        ## scene
        background: color:#402030

        That is why they prefer to crawl.
        """;

    private readonly ShortsProgram _shorts = new();

    [Fact(Timeout = 240_000)]
    public async Task Music_is_heard_in_pauses_stays_below_the_voice_and_the_delivered_file_has_its_loudness()
    {
        await SongAsync("song.mp3", 300);
        _shorts.Write("short.md", Script);
        _shorts.Write("plain.md", Script.Replace("song.mp3", "none", StringComparison.Ordinal).Replace("generated:whoosh", "none", StringComparison.Ordinal));

        var made = await MakeAsync("short.md");
        var plain = await MakeAsync("plain.md");

        var audio = made.GetProperty("audio");
        Assert.Equal("song.mp3", audio.GetProperty("music").GetProperty("file").GetString());
        Assert.InRange(audio.GetProperty("music").GetProperty("belowVoiceLu").GetDouble(), 15, 40);
        Assert.Equal("generated:whoosh", audio.GetProperty("transitionSounds")[0].GetString());
        Assert.Equal("Music: Night Walk, CC BY 4.0", made.GetProperty("credits")[0].GetString());
        Assert.Equal(JsonValueKind.Null, plain.GetProperty("audio").GetProperty("music").ValueKind);
        Assert.Empty(made.GetProperty("warnings").EnumerateArray());
        foreach (var name in (string[])["short", "plain"])
        {
            var meter = await MediaTool.RunAsync(
                "ffmpeg", "-hide_banner", "-nostats", "-i", _shorts.PathOf($"out/{name}.mp4"), "-vn", "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-");
            Assert.InRange(double.Parse(Integrated().Matches(meter)[^1].Groups["value"].Value, CultureInfo.InvariantCulture), -14.5, -13.5);
            Assert.InRange(double.Parse(Peak().Matches(meter)[^1].Groups["value"].Value, CultureInfo.InvariantCulture), -20, -1);
        }

        // In the pause behind the first sentence there is nothing without music, and something with it.
        var from = made.GetProperty("sentences")[0].GetProperty("end").GetDouble() + 0.8;
        Assert.InRange(Level(await MediaTool.DecodeAsync(_shorts.PathOf("out/short.mp4"), 16_000), from, 0.5), -45, -20);
        Assert.InRange(Level(await MediaTool.DecodeAsync(_shorts.PathOf("out/plain.mp4"), 16_000), from, 0.5), -200, -75);
    }

    [Fact(Timeout = 240_000)]
    public async Task Other_music_leaves_speech_recognition_and_captions_as_they_are()
    {
        await SongAsync("song.mp3", 300);
        await SongAsync("other.flac", 450);
        _shorts.Write("short.md", Script);
        await MakeAsync("short.md");

        var other = await MakeAsync("short.md", "--music", "other.flac");

        Assert.Equal("other.flac", other.GetProperty("audio").GetProperty("music").GetProperty("file").GetString());
        Assert.Equal("Music: other", other.GetProperty("credits")[0].GetString());
        var stages = other.GetProperty("stages").EnumerateArray().ToDictionary(stage => stage.GetProperty("name").GetString()!);
        Assert.All((string[])["speech", "recognition", "captions"], name => Assert.True(stages[name].GetProperty("cached").GetBoolean(), name));
        Assert.Equal(1, stages["audio"].GetProperty("cachedParts").GetInt32());
    }

    [Fact(Timeout = 240_000)]
    public async Task A_recording_takes_music_from_the_settings_too_and_the_script_may_refuse_it()
    {
        await SongAsync("song.mp3", 300);
        await MediaTool.RunAsync("flite", "-voice", "slt", "-t", "An octopus has three hearts.", "-o", _shorts.PathOf("voice.wav"));
        _shorts.Write("short.md", "---\nnarration: voice.wav\nbackground: color:#203040\n---\nAn octopus has three hearts.\n");
        _shorts.Write("silent.md", "---\nnarration: voice.wav\nmusic: none\nbackground: color:#203040\n---\nAn octopus has three hearts.\n");

        var made = await MakeAsync("short.md", "--set", "Audio:Music=song.mp3");
        var refused = await MakeAsync("silent.md", "--set", "Audio:Music=song.mp3");

        Assert.InRange(made.GetProperty("audio").GetProperty("music").GetProperty("belowVoiceLu").GetDouble(), 15, 40);
        Assert.Equal(JsonValueKind.Null, refused.GetProperty("audio").GetProperty("music").ValueKind);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("music: nowhere.mp3", "short.md:2: the music 'nowhere.mp3' does not exist")]
    [InlineData("music: broken.mp3", "short.md:2: ")]
    [InlineData("music:\n  file: song.mp3\n  volum: 3", "short.md:4: 'volum' is no value of 'music'. Did you mean 'volume'?")]
    [InlineData("music:\n  volume: 3", "short.md:3: 'music' has no file.")]
    [InlineData("music:\n  file: song.mp3\n  from: soon", "short.md:4: 'from' is 'soon'. Write a time such as 500ms, 1.5s or 1:20")]
    [InlineData("transition-sound: generated:popp", "short.md:2: the transition sound: there is no generated sound 'popp'. Did you mean 'generated:pop'?")]
    public async Task What_is_wrong_with_a_sound_is_told_with_its_line(string setting, string mentions)
    {
        _shorts.Write("broken.mp3", "this is no sound");
        _shorts.Write("short.md", $"---\n{setting}\n---\nHello there.\n\n## scene\nMore.\n");

        var outcome = await _shorts.RunAsync("make", "short.md");

        outcome.MustBe(2);
        Assert.Contains(mentions, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_shorts.Leftovers());
    }

    public void Dispose() => _shorts.Dispose();

    private static double Level(float[] samples, double from, double seconds)
    {
        var part = samples.AsSpan((int)(from * 16_000), (int)(seconds * 16_000)).ToArray();
        return 10 * Math.Log10(part.Average(sample => (double)sample * sample) + 1e-20);
    }

    private Task SongAsync(string name, int frequency) => MediaTool.RunAsync(
        "ffmpeg", "-v", "error", "-f", "lavfi", "-i", $"aevalsrc='0.3*sin(2*PI*{frequency}*t)+0.4*sin(2*PI*55*t)*exp(-5*mod(t,0.5))':s=44100:d=12", _shorts.PathOf(name));

    private async Task<JsonElement> MakeAsync(params string[] arguments)
    {
        var outcome = await _shorts.RunAsync(["make", .. arguments, "--json"]);
        outcome.MustBe(0);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    [GeneratedRegex(@"I:\s+(?<value>-?[0-9.]+) LUFS")]
    private static partial Regex Integrated();

    [GeneratedRegex(@"Peak:\s+(?<value>-?[0-9.]+) dBFS")]
    private static partial Regex Peak();
}
