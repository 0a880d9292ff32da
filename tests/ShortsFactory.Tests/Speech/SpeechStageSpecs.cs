using Microsoft.Extensions.Options;
using ShortsFactory.Scripts;
using ShortsFactory.Speech;
using ShortsFactory.Speech.Engines;
using ShortsFactory.Tests.Recordings;

namespace ShortsFactory.Tests.Speech;

public sealed class SpeechStageSpecs
{
    [Theory(Timeout = 120_000)]
    [InlineData("flite:rms")]
    [InlineData("espeak-ng:en-us")]
    public async Task Every_sentence_becomes_a_wave_that_outlives_the_stage(string voice)
    {
        await using var run = new TestRun();
        var draft = Draft(voice, ["One.", "Two words.", "Three more words.", "Fin."]);
        var stage = Stage();
        await stage.PrepareAsync(draft, run.Context, TestContext.Current.CancellationToken);

        var result = await stage.RunAsync(draft, run.Context, TestContext.Current.CancellationToken);
        await run.Context.Scope.DisposeAsync();

        Assert.Equal(voice, result.Narration!.Voice);
        Assert.Equal([0, 1, 2, 3], result.Narration.Sentences.Select(sentence => sentence.Sentence));
        Assert.All(result.Narration.Sentences, sentence => Assert.InRange(new FileInfo(sentence.WavePath).Length, 8_000, 400_000));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_faster_rate_makes_a_shorter_wave()
    {
        await using var run = new TestRun();
        var draft = Draft("flite:slt", ["This sentence is spoken at two speeds."]);
        var lengths = new List<long>();
        foreach (var rate in new[] { 130, 260 })
        {
            var stage = Stage(new SpeechOptions { Rate = rate });
            await stage.PrepareAsync(draft, run.Context, TestContext.Current.CancellationToken);
            var result = await stage.RunAsync(draft, run.Context, TestContext.Current.CancellationToken);
            lengths.Add(new FileInfo(result.Narration!.Sentences[0].WavePath).Length);
        }

        Assert.InRange((double)lengths[0] / lengths[1], 1.7, 2.3);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("flite:slt", 60, "The voice flite:slt has a pitch of its own, and 'pitch' changes nothing. Delete it, or choose a voice of espeak-ng.")]
    [InlineData("flite:slt", null, null)]
    [InlineData("espeak-ng:en-us", 60, null)]
    public async Task A_pitch_that_a_voice_cannot_take_is_warned_of(string voice, int? pitch, string? warning)
    {
        await using var run = new TestRun();
        var draft = Draft(voice, ["One."]);

        await Stage().PrepareAsync(draft with { Script = draft.Script with { Pitch = pitch } }, run.Context, TestContext.Current.CancellationToken);

        Assert.Equal(warning, run.Warnings.SingleOrDefault());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_voice_that_cannot_write_names_itself_and_the_text()
    {
        await using var run = new TestRun();
        var voice = new VoiceChoice(new FliteEngine(), "slt", "en-US");
        var utterance = new Utterance { Text = "Nobody hears this.", Voice = "slt", WavePath = "/nowhere/at/all.wav" };

        var error = await Assert.ThrowsAsync<SpeechFailedException>(() => new Speaker().SpeakAsync(
            voice, utterance, TimeSpan.FromSeconds(20), run.Scope, TestContext.Current.CancellationToken));

        Assert.StartsWith("The voice flite:slt could not speak \"Nobody hears this.\"", error.Message, StringComparison.Ordinal);
    }

    private static SpeechStage Stage(SpeechOptions? options = null) =>
        new(Options.Create(options ?? new SpeechOptions()), new VoiceCatalog([new FliteEngine(), new EspeakEngine()]), new Speaker(), new RecordingBooth().Locator);

    private static Short Draft(string voice, string[] sentences) => new()
    {
        Id = "test",
        Request = new ShortRequest { ScriptPath = "/script.md", OutputPath = "/out.mp4" },
        Script = new Script
        {
            Title = "Test",
            Voice = voice,
            Scenes = [new Scene { Sentences = [.. sentences.Select((text, index) => new Sentence { Index = index, Words = Words(text) })] }],
        },
    };

    private static DisplayWord[] Words(string text) => [.. text.Split(' ').Select(word => new DisplayWord { Text = word, Spoken = word })];
}
