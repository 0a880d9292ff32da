using ShortsFactory.Pipeline;
using ShortsFactory.Recordings;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Recordings;

public sealed class RecordingReaderSpecs
{
    [Theory(Timeout = 120_000)]
    [InlineData("nowhere.wav", "the recording 'nowhere.wav' does not exist (paths start at the script's folder).")]
    [InlineData("folder", "the recording 'folder' is a folder.")]
    [InlineData("broken.mp3", "it is not a video, picture or sound that ffmpeg can read, or it is broken.")]
    [InlineData("picture.png", "it has no sound and cannot be the narration.")]
    [InlineData("mute.mp4", "it has no sound and cannot be the narration.")]
    [InlineData("long.wav", "the recording is 1 minutes long; the limit is 0.1 minutes.")]
    [InlineData("silent.wav", "it holds nothing but silence.")]
    public async Task A_file_that_cannot_be_the_narration_is_refused(string name, string message)
    {
        await using var run = new TestRun();
        Directory.CreateDirectory(run.Scope.PathOf("folder"));
        await File.WriteAllTextAsync(run.Scope.PathOf("broken.mp3"), "this is no sound", TestContext.Current.CancellationToken);
        await MakeAsync(run, name, name switch
        {
            "picture.png" => ["-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v", "1"],
            "mute.mp4" => ["-f", "lavfi", "-i", "color=red:s=64x64:d=1"],
            "long.wav" => ["-f", "lavfi", "-i", "sine=d=60"],
            "silent.wav" => ["-f", "lavfi", "-i", "anullsrc=d=2"],
            _ => [],
        });
        var booth = new RecordingBooth();
        booth.Limits.LengthLimit = TimeSpan.FromSeconds(5);
        var draft = Draft(run, name);

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => booth.HearAsync(run, draft));

        Assert.EndsWith(message, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Advice);
        Assert.Equal(name is "nowhere.wav" or "folder" ? draft.Request.ScriptPath : run.Scope.PathOf(name), error.Path);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_sound_of_a_video_will_do_and_its_name_may_mean_anything_to_ffmpeg()
    {
        await using var run = new TestRun();
        await MakeAsync(run, "plain.mp4", ["-f", "lavfi", "-i", "color=red:s=64x64:d=3", "-f", "lavfi", "-i", "sine=d=3", "-shortest"]);
        File.Move(run.Scope.PathOf("plain.mp4"), run.Scope.PathOf("take %03d: 'one'.mp4"));

        var recording = await ReadAsync(run, "take %03d: 'one'.mp4");

        Assert.InRange(recording!.Duration.TotalSeconds, 2.9, 3.1);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_recording_that_was_cut_off_is_used_and_the_user_is_told()
    {
        await using var run = new TestRun();
        await MakeAsync(run, "voice.flac", ["-f", "lavfi", "-i", "sine=d=20"]);
        await using (var file = File.OpenWrite(run.Scope.PathOf("voice.flac")))
        {
            file.SetLength(file.Length / 2);
        }

        var recording = await ReadAsync(run, "voice.flac");

        Assert.InRange(recording!.Duration.TotalSeconds, 5, 15);
        Assert.Contains("it may be cut off", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_output_that_would_replace_the_recording_is_refused()
    {
        await using var run = new TestRun();
        await MakeAsync(run, "voice.mp4", ["-f", "lavfi", "-i", "sine=d=1"]);
        var draft = Draft(run, "voice.mp4");

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => new RecordingBooth().HearAsync(
            run, draft with { Request = draft.Request with { OutputPath = run.Scope.PathOf("voice.mp4") } }));

        Assert.Contains("would replace this input", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_pass_makes_both_renderings() =>
        Golden.Matches(string.Join('\n', RecordingReader.Arguments("recording-source.m4a")) + "\n", "Arguments.Decode");

    [Theory]
    [InlineData("---\nnarration: voice.mp3\n---\n")]
    [InlineData("---\nnarration: voice.mp3\n---\n\n<!-- nothing -->\n")]
    public void A_script_that_names_a_recording_may_leave_its_text_to_it(string text)
    {
        var script = ScriptParser.Parse(text, "script.md");

        Assert.Equal("voice.mp3", script.Narration);
        Assert.Empty(script.Scenes);
    }

    private static Short Draft(TestRun run, string name)
    {
        var draft = RecordingBooth.Draft(run.Scope.PathOf(name), "en", "Hello.");
        var script = draft.Script with { Narration = name, Lines = new Dictionary<string, int> { ["narration"] = 2 } };
        return draft with { Script = script, Request = draft.Request with { Narration = null } };
    }

    private static async Task<Recording?> ReadAsync(TestRun run, string name)
    {
        var draft = Draft(run, name);
        await using var scope = run.Scope.Open("intake");
        return await new RecordingBooth().Reader.ReadAsync(draft.Request, draft.Script, run.Context with { Scope = scope }, TestContext.Current.CancellationToken);
    }

    private static async Task MakeAsync(TestRun run, string name, string[] arguments)
    {
        if (arguments.Length > 0)
        {
            await run.Scope.RunAsync(
                new() { FileName = "ffmpeg", Arguments = ["-v", "error", .. arguments, run.Scope.PathOf(name)] }, TestContext.Current.CancellationToken);
        }
    }
}
