using ShortsFactory.Pipeline;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Scripts;

public sealed class SoundSettingsSpecs
{
    private static readonly MusicSettings Everything = new()
    {
        File = "a song.mp3",
        Volume = -3.5,
        From = TimeSpan.FromSeconds(80),
        FadeIn = TimeSpan.FromMilliseconds(500),
        FadeOut = TimeSpan.FromSeconds(1.5),
        Duck = false,
        Loop = false,
        Credit = "Night Walk, CC BY 4.0",
    };

    [Fact]
    public void Music_is_a_file_or_a_file_with_what_there_is_to_say_about_it()
    {
        Assert.Equal(new MusicSettings { File = "song.mp3" }, Parse("---\nmusic: song.mp3\n---\nHi.").Music);
        Assert.Null(Parse("Hi.").Music);
        Assert.Equal(Everything, Parse("""
            ---
            music:
              file: a song.mp3
              volume: -3.5 dB
              from: 1:20
              fade-in: 500ms
              fade-out: 1.5s
              duck: off
              loop: no
              credit: "Night Walk, CC BY 4.0"
            ---
            Hi.
            """).Music);
    }

    [Fact]
    public void Json_says_the_same()
    {
        const string json = """
            {
              "music": { "file": "a song.mp3", "volume": -3.5, "from": "80", "fade-in": "500 ms", "fade-out": 1.5, "duck": false, "loop": "off", "credit": "Night Walk, CC BY 4.0" },
              "transition-sound": "generated:pop",
              "scenes": [{ "text": "Hi." }, { "transition-sound": "hit.wav", "text": "There." }]
            }
            """;
        var script = ScriptParser.Parse(json, "s.json");

        Assert.Equal(Everything, script.Music);
        Assert.Equal(new TransitionSound { File = "generated:pop" }, script.Transition);
        Assert.Equal([null, "hit.wav"], script.Scenes.Select(scene => scene.Transition));
        Assert.Equal(2, script.Lines["music"]);
    }

    [Fact]
    public void Scene_has_a_sound_of_its_own()
    {
        var script = Parse("---\ntransition-sound: { file: whoosh.wav, volume: 3 }\n---\nHi.\n\n## scene\ntransition-sound: none\nbackground: a.jpg\n\nThere.");

        Assert.Equal(new TransitionSound { File = "whoosh.wav", Volume = 3 }, script.Transition);
        Assert.Equal([null, "none"], script.Scenes.Select(scene => scene.Transition));
        Assert.Equal([null, "a.jpg"], script.Scenes.Select(scene => scene.Background));
    }

    [Theory]
    [InlineData("---\nmusic: { file: a.mp3, volume: loud }\n---\nHi.", "s.md:2: 'volume' is 'loud'. Write decibels from -30 to 12, such as -3 dB; 0 is the usual level.")]
    [InlineData("---\nmusic:\n  file: a.mp3\n  volume: 13\n---\nHi.", "s.md:4: 'volume' is '13'. Write decibels from -30 to 12, such as -3 dB; 0 is the usual level.")]
    [InlineData("---\nmusic:\n  file: a.mp3\n  fade-in: 31s\n---\nHi.", "s.md:4: 'fade-in' is '31s'. Write a time such as 500ms, 1.5s or 1:20, at most 30 s.")]
    [InlineData("---\nmusic:\n  file: a.mp3\n  duck: maybe\n---\nHi.", "s.md:4: 'duck' is 'maybe'. Write on or off.")]
    [InlineData("---\nmusic:\n  file: a.mp3\n  file: b.mp3\n---\nHi.", "s.md:4: 'file' is set a second time; the first is on line 3. Delete one of them.")]
    [InlineData("---\nmusic:\n  file: [a.mp3]\n---\nHi.", "s.md:3: 'file' holds a list or a group. Write one value, such as 'file: value'.")]
    [InlineData("---\nmusic: [a.mp3]\n---\nHi.", "s.md:2: 'music' holds a list or a group. Write one value, such as 'music: value'.")]
    [InlineData("Hi.\n\n## scene\ntransition-sound: a.wav\ntransition-sound: b.wav\n\nThere.", "s.md:5: The scene has a second transition-sound. Delete one of them, or begin another scene.")]
    public void What_does_not_fit_is_told_with_its_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidInputException>(() => Parse(text)).Message);

    [Theory]
    [InlineData("{ \"music\": { \"fiel\": \"a.mp3\" }, \"text\": \"Hi.\" }", "s.json:1: 'fiel' is no value of 'music'. Did you mean 'file'?")]
    [InlineData("{ \"music\":\n{ \"volume\": 3 }, \"text\": \"Hi.\" }", "s.json:2: 'music' has no file.")]
    [InlineData("{ \"music\": 3.5.1, \"text\": \"Hi.\" }", "s.json:1: This is no JSON")]
    [InlineData("{ \"music\": { \"file\": {} }, \"text\": \"Hi.\" }", "s.json:1: 'file' is neither text nor a number.")]
    public void Json_that_does_not_fit_is_told_with_its_line(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<InvalidInputException>(() => ScriptParser.Parse(text, "s.json")).Message, StringComparison.Ordinal);

    private static Script Parse(string text) => ScriptParser.Parse(text, "s.md");
}
