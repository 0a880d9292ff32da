using ShortsFactory.Audio;
using ShortsFactory.Compositing;
using ShortsFactory.Pipeline;
using ShortsFactory.Pipeline.Manifests;
using ShortsFactory.Recognition;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Pipeline;

public sealed class ManifestSpecs
{
    [Fact]
    public void The_manifest_has_the_form_that_others_build_on()
    {
        var manifest = Manifest.Of(
            Finished(),
            [new StageTiming { Name = StageName.Speech, Seconds = 0.25, Parts = 3, CachedParts = 2 }, new StageTiming { Name = StageName.Compositing, Seconds = 1.5, Parts = 1, CachedParts = 1 }],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["ffmpeg"] = "5.1", ["flite"] = "2.2" },
            new ResourceReport
            {
                Opened = 7,
                Released = 7,
                Leaked = 0,
                CleanupFailures = 0,
                Kinds = [new KindUsage(ResourceKind.Process, Opened: 7, Live: 0, HighWater: 3)],
                Before = new ProcessFootprint(ManagedBytes: 1_000_000, Handles: 60),
                After = new ProcessFootprint(ManagedBytes: 2_000_000, Handles: 61),
            },
            ["It's a warning."]) with
        {
            Inputs = "short-0123",
            Files = [new ManifestFile { Name = "s.mp4", Size = 4_000, Sha256 = "abc0" }],
        };

        Golden.Matches(manifest.ToJson(), "Manifest");
    }

    private static Short Finished() => new()
    {
        Id = "test",
        Request = new ShortRequest { ScriptPath = "/s.md", OutputPath = "/s.mp4" },
        Script = new Script
        {
            Title = "Ünicode & \"quotes\"",
            Scenes =
            [
                new Scene
                {
                    Sentences = [new Sentence { Index = 0, Words = [new DisplayWord { Text = "$5", Spoken = "five dollars" }, new DisplayWord { Text = "🐙", Spoken = "" }] }],
                },
            ],
        },
        Soundtrack = new Soundtrack
        {
            MasterPath = "/m.wav",
            RecognitionPath = "/r.wav",
            Duration = TimeSpan.FromSeconds(2),
            Sentences = [new SentenceSpan(0, 9_600, 48_000)],
            IntegratedLufs = -14,
            TruePeakDbtp = -2,
        },
        Transcript = new Transcript
        {
            Words =
            [
                Word("$5", "five dollars", 0.2304, 0.9, 0.98765, WordTiming.Recognized),
                Word("🐙", "", 0.9, 0.9, 0, WordTiming.Interpolated),
            ],
        },
        Video = new Video
        {
            Path = "/v.mp4",
            CoverPath = "/v.jpg",
            Duration = TimeSpan.FromSeconds(2),
            Width = 1080,
            Height = 1920,
            FramesPerSecond = 30,
            Codec = "h264",
            Bitrate = 4_000_000,
            IntegratedLufs = -14.016,
            TruePeakDbtp = -1.504,
        },
    };

    private static TimedWord Word(string text, string spoken, double start, double end, double confidence, WordTiming timing) => new()
    {
        Text = text,
        Spoken = spoken,
        Start = TimeSpan.FromSeconds(start),
        End = TimeSpan.FromSeconds(end),
        Sentence = 0,
        Confidence = confidence,
        Timing = timing,
    };
}
