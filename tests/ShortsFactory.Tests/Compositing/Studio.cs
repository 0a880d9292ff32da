using Microsoft.Extensions.Options;
using ShortsFactory.Audio;
using ShortsFactory.Backgrounds;
using ShortsFactory.Captions;
using ShortsFactory.Compositing;
using ShortsFactory.Compositing.Chunks;
using ShortsFactory.Compositing.Encoders;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;
using ShortsFactory.Tests.Conversions;
using ShortsFactory.Tests.Downloads;

namespace ShortsFactory.Tests.Compositing;

/// <summary>All that a compositing test needs: a run, the stage, and a draft as the earlier stages would leave it.</summary>
internal sealed class Studio : IAsyncDisposable
{
    private const int SampleRate = 48_000;

    private static readonly string[] Words = ["first", "second", "third", "fourth", "fifth", "sixth"];

    private readonly ProcessorSlots _slots = new();

    public TestRun Run { get; } = new();

    /// <summary>How loud the master is; by default about as loud as it should be.</summary>
    public int Amplitude { get; init; } = 11_000;

    public Ffmpeg Ffmpeg { get; } = new(Options.Create(new MediaOptions()));

    public MediaProbe Probe => new(Ffmpeg);

    public BackgroundResolver Resolver => new(Probe, Ffmpeg, new FootageDownloads(DownloadBench.Downloads(Run)), Workshop.Intake(Ffmpeg));

    public string ScriptPath => Run.Scope.PathOf("script.md");

    public string Folder => Run.Scope.Directory;

    public CompositingStage Stage(CompositingOptions? options = null)
    {
        var configured = Options.Create(options ?? new CompositingOptions());
        var builder = new VideoBuilder(
            configured, Ffmpeg, new ChunkEncoder(Ffmpeg, _slots), new SoundEncoder(Ffmpeg, _slots), new StillRenderer(Ffmpeg), new VideoMeter(Probe), TimeProvider.System);
        return new CompositingStage(configured, Resolver, new FirstFrameCheck(Ffmpeg), new EncoderChoice(configured, Ffmpeg), builder);
    }

    /// <summary>A draft with one scene of <paramref name="sceneLength"/> for each background.</summary>
    public Short Draft(TimeSpan sceneLength, params string?[] backgrounds)
    {
        var samples = (long)(sceneLength.TotalSeconds * SampleRate);
        return new Short
        {
            Id = "test",
            Request = new ShortRequest { ScriptPath = ScriptPath, OutputPath = Run.Scope.PathOf("out.mp4") },
            Script = Script(backgrounds),
            Soundtrack = new Soundtrack
            {
                MasterPath = WriteMaster(samples * backgrounds.Length),
                RecognitionPath = "",
                Duration = sceneLength * backgrounds.Length,
                Sentences = [.. backgrounds.Select((_, index) => new SentenceSpan(index, (index * samples) + 4_800, (index + 1) * samples))],
                IntegratedLufs = -14,
                TruePeakDbtp = -2,
            },
            Captions = WriteCaptions(sceneLength * backgrounds.Length),
        };
    }

    public async Task<Short> MakeAsync(Short draft, CancellationToken cancellationToken, CompositingOptions? options = null)
    {
        await using var scope = Run.Context.Scope;
        var stage = Stage(options);
        await stage.PrepareAsync(draft, Run.Context, cancellationToken);
        return await stage.RunAsync(draft, Run.Context, cancellationToken);
    }

    /// <summary>Runs ffmpeg in the draft's folder.</summary>
    public async Task<string> FfmpegAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var result = await Run.Scope.RunAsync(
            new ProcessCommand { FileName = "ffmpeg", Arguments = ["-nostdin", "-v", "error", "-y", .. arguments], WorkingDirectory = Folder }, cancellationToken);
        return result.StandardOutput;
    }

    public async Task<string> FfprobeAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var result = await Run.Scope.RunAsync(
            new ProcessCommand { FileName = "ffprobe", Arguments = ["-v", "error", .. arguments], WorkingDirectory = Folder }, cancellationToken);
        return result.StandardOutput;
    }

    /// <summary>The mean colour of each frame of a video.</summary>
    public async Task<IReadOnlyList<(int Red, int Green, int Blue)>> ColorsAsync(string video, CancellationToken cancellationToken)
    {
        await FfmpegAsync(cancellationToken, "-i", video, "-vf", "scale=16:16:flags=area:in_color_matrix=bt709,format=rgb24", "-f", "rawvideo", "colors.rgb");
        var bytes = await File.ReadAllBytesAsync(Run.Scope.PathOf("colors.rgb"), cancellationToken);
        return [.. bytes.Chunk(16 * 16 * 3).Select(frame => (Mean(frame, 0), Mean(frame, 1), Mean(frame, 2)))];
    }

    public ValueTask DisposeAsync()
    {
        _slots.Dispose();
        return Run.DisposeAsync();
    }

    private static int Mean(byte[] frame, int channel) => (int)frame.Where((_, index) => index % 3 == channel).Average(value => value);

    private static Script Script(string?[] backgrounds) => new()
    {
        Title = "Test",
        Scenes =
        [
            .. backgrounds.Select((background, index) => new Scene
            {
                Background = background,
                Line = index + 3,
                Sentences = [new Sentence { Index = index, Words = [new DisplayWord { Text = Words[index], Spoken = Words[index] }] }],
            }),
        ],
    };

    /// <summary>Noise in bursts, so that its place in time is unmistakable, after the silence with which every master begins.</summary>
    private string WriteMaster(long samples)
    {
        var random = new Random(7);
        var path = Run.Scope.PathOf("the master.wav");
        using var writer = new BinaryWriter(File.Create(path));
        var bytes = (int)samples * 4;
        writer.Write("RIFF"u8);
        writer.Write(36 + bytes);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)2);
        writer.Write(SampleRate);
        writer.Write(SampleRate * 4);
        writer.Write((short)4);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(bytes);
        for (var sample = 0; sample < samples; sample++)
        {
            var value = sample < 4_800 ? 0 : (random.NextDouble() - 0.5) * Amplitude * (1 + Math.Sin(sample / 3_000.0));
            writer.Write((short)value);
            writer.Write((short)value);
        }

        return path;
    }

    private CaptionTrack WriteCaptions(TimeSpan duration)
    {
        var path = Run.Scope.PathOf("the captions.ass");
        var fonts = Directory.CreateDirectory(Run.Scope.PathOf("the fonts")).FullName;
        File.WriteAllText(path, """
            [Script Info]
            ScriptType: v4.00+
            PlayResX: 1080
            PlayResY: 1920
            YCbCr Matrix: TV.709

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            Style: Default,Inter,110,&H00FFFFFF,&H00FFFFFF,&H00000000,&H80000000,-1,0,0,0,100,100,0,0,1,8,3,5,80,80,0,1

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            Dialogue: 0,0:00:00.10,0:59:00.00,Default,,0,0,0,,{\pos(540,1240)}Captions {\c&H00D2FF&}glow{\c&HFFFFFF&} here
            """);
        return new CaptionTrack
        {
            AssPath = path,
            SrtPath = "",
            VttPath = "",
            LrcPath = "",
            FontDirectory = fonts,
            Groups = [new CaptionGroup { Start = TimeSpan.FromSeconds(0.1), End = duration, Lines = [[0]] }],
        };
    }
}
