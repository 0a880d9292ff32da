using ShortsFactory.Audio;
using ShortsFactory.Audio.Mixing;
using ShortsFactory.Backgrounds;
using ShortsFactory.Caching;
using ShortsFactory.Captions;
using ShortsFactory.Compositing;
using ShortsFactory.Compositing.Chunks;
using ShortsFactory.Compositing.Encoders;
using ShortsFactory.Media;
using ShortsFactory.Models;
using ShortsFactory.Recognition;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;
using ShortsFactory.Speech;
using ShortsFactory.Templates;
using ShortsFactory.Speech.Engines;

namespace ShortsFactory.Tests.Caching;

/// <summary>The keys of all stages as whole texts: what is not in them does not matter to the result.</summary>
public sealed class StageKeySpecs
{
    private static readonly DisplayWord[] Words = [new() { Text = "Hello", Spoken = "Hello" }, new() { Text = "you.", Spoken = "you." }];

    [Fact]
    public void Speech_depends_on_the_engine_and_all_that_it_is_told()
    {
        var utterance = new Utterance { Text = "Hello “you”.", Voice = "slt", WavePath = "/somewhere/else.wav", Rate = 200 };

        Golden.Matches(SpeechKey.For(new FliteEngine(), "2.2", utterance).Text, "SpeechKey");
    }

    [Fact]
    public async Task The_soundtrack_depends_on_waves_spacing_and_options()
    {
        await using var run = new TestRun();
        var script = new Script
        {
            Title = "Not in the sound",
            Scenes =
            [
                new Scene { Sentences = [new Sentence { Index = 0, Words = Words }, new Sentence { Index = 1, Words = Words, EndsParagraph = true }] },
                new Scene { Sentences = [new Sentence { Index = 2, Words = Words, PauseAfter = TimeSpan.FromMilliseconds(400) }] },
            ],
        };
        var narration = new Narration
        {
            Voice = "flite:slt",
            Sentences = [.. Enumerable.Range(0, 3).Select(index => new SpokenSentence { Sentence = index, WavePath = Write(run.Scope, $"{index}.wav") })],
        };

        Golden.Matches(SoundtrackKey.For(script, narration, new AudioOptions()).Text, "SoundtrackKey");
    }

    [Fact]
    public async Task The_mix_depends_on_every_sound_and_how_it_is_played()
    {
        await using var run = new TestRun();
        var music = new SoundChoice { Name = "song.mp3", Path = Write(run.Scope, "song.mp3"), Link = "music.mp3", Line = 3 };
        var narration = new Soundtrack
        {
            MasterPath = Write(run.Scope, "master.wav"),
            RecognitionPath = "/not/in/the/mix.wav",
            Duration = TimeSpan.FromSeconds(3),
            Sentences = [new SentenceSpan(0, 9_600, 48_000), new SentenceSpan(1, 57_600, 96_000)],
            IntegratedLufs = -14,
            TruePeakDbtp = -2,
        };
        var accompaniment = new Accompaniment
        {
            Music = music,
            Settings = new MusicSettings { File = "song.mp3", Volume = -3, From = TimeSpan.FromSeconds(80), Credit = "not in the sound" },
            Cues = [new TransitionCue(1, new SoundChoice { Name = "generated:whoosh" }, Volume: 3)],
        };

        Golden.Matches(MixKey.For("5.1", narration, accompaniment, [57_600], isRecorded: false, new AudioOptions()).Text, "MixKey");
    }

    [Fact]
    public async Task What_is_heard_depends_on_samples_words_model_and_library()
    {
        await using var run = new TestRun();
        Write(run.Scope, "manifest.json");
        var model = new InstalledModel { Name = "model", Language = "en", Description = "", Directory = run.Scope.Directory, SizeBytes = 1 };
        var installation = new RecognizerInstallation { Program = "/anywhere", Library = Write(run.Scope, "libvosk.so") };
        var sentence = new Sentence { Index = 7, Words = Words };

        var key = HearingKey.Of(HearingKey.For(model, installation), "fingerprint of the samples", SpokenWord.In(sentence), ["hello HH AH L OW"]);

        Golden.Matches(key.Text, "HearingKey");
    }

    [Fact]
    public async Task Captions_depend_on_the_words_the_template_and_its_fonts()
    {
        await using var run = new TestRun();
        var word = new TimedWord { Text = "Hello", Spoken = "Hello", Start = TimeSpan.Zero, End = TimeSpan.FromSeconds(1), Sentence = 0 };
        var script = new Script { Title = "On the LRC file", Scenes = [] };

        await File.WriteAllTextAsync(
            run.Scope.PathOf("odd.yaml"), "description: Odd.\nfonts: [{ file: One.otf, package: fonts-one }]\nsafe-zone: { left: 100, top: 200, right: 900, bottom: 1200 }");
        var template = new TemplateCatalog(Home.Find().Templates, run.Scope.Directory).Load("odd");

        var key = CaptionKey.For(script, new Transcript { Words = [word] }, template, TimeSpan.FromSeconds(4), [Write(run.Scope, "One.otf"), Write(run.Scope, "Two.ttf")]);

        Golden.Matches(key.Text, "CaptionKey");
    }

    [Fact]
    public async Task A_chunk_depends_on_what_ffmpeg_is_told_and_reads()
    {
        await using var run = new TestRun();
        var fonts = Directory.CreateDirectory(run.Scope.PathOf("fonts")).FullName;
        Write(run.Scope, "fonts/One.otf");
        var file = new MediaFile { Path = Write(run.Scope, "clip.mp4"), Kind = MediaKind.Video, Duration = TimeSpan.FromSeconds(9) };
        var span = new FrameSpan(0, 240);
        var composition = new Composition
        {
            FrameRate = 30, Span = span, CoverFrame = 40, Segments = [new BackgroundSegment(new MediaBackground(file, "background-0.mp4"), span)],
        };
        var captions = new CaptionTrack { AssPath = Write(run.Scope, "captions.ass"), SrtPath = "", VttPath = "", LrcPath = "", FontDirectory = fonts, Groups = [] };
        var files = await ChunkFiles.ReadAsync(composition, captions, TestContext.Current.CancellationToken);
        var chunk = Chunk.Of(composition, [new FrameSpan(90, 240)], files.Captions, emoji: null, VideoEncoders.Default, new CompositingOptions())[0];

        Golden.Matches(ChunkKey.For("5.1", chunk, files).Text, "ChunkKey");
    }

    [Fact]
    public async Task The_video_depends_on_its_chunks_its_sound_and_its_cover()
    {
        await using var run = new TestRun();
        var soundtrack = new Soundtrack
        {
            MasterPath = Write(run.Scope, "master.wav"), RecognitionPath = "", Duration = default, Sentences = [], IntegratedLufs = -14, TruePeakDbtp = -2,
        };
        var sound = SoundEncoder.KeyFor("5.1", soundtrack, 192_000);

        var key = VideoKey.For("5.1", [CacheKey.For("chunk", 1), CacheKey.For("chunk", 2)], sound, VideoCodec.H264, coverChunk: 1, ["-frames:v", "1"]);

        Golden.Matches($"{sound.Text}\n{key.Text}", "VideoKey");
    }

    private static string Write(ResourceScope scope, string name)
    {
        File.WriteAllText(scope.PathOf(name), name);
        return scope.PathOf(name);
    }
}
