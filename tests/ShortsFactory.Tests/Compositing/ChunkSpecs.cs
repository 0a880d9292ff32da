using ShortsFactory.Backgrounds;
using ShortsFactory.Captions;
using ShortsFactory.Captions.Pictures;
using ShortsFactory.Compositing;
using ShortsFactory.Compositing.Chunks;
using ShortsFactory.Compositing.Encoders;
using ShortsFactory.Media;
using SkiaSharp;

namespace ShortsFactory.Tests.Compositing;

/// <summary>A chunk shows exactly what the whole shows there, whatever lies behind the captions.</summary>
public sealed class ChunkSpecs
{
    private static readonly FrameSpan[] Spans = [new(0, 87), new(87, 147), new(147, 210), new(210, 270)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData("testsrc2=size=320x240:rate=30:duration=12", "-bf 3 -g 250")]
    [InlineData("testsrc2=size=240x320:rate=25:duration=12", "-bf 3 -g 250 -x264-params open-gop=1:keyint=40:min-keyint=40")]
    [InlineData("testsrc2=size=240x320:rate=60:duration=4", "-g 50")]
    [InlineData("testsrc2=size=240x320:rate=30000/1001:duration=3.1", "-g 15")]
    [InlineData("testsrc2=size=240x320:rate=24:duration=0.7", "")]
    [InlineData("testsrc2=size=240x320:rate=50:duration=10,select='not(mod(n,7))+lt(mod(n,160),20)'", "-vsync vfr -g 60")]
    public async Task Video_goes_on_at_the_frame(string source, string encoding)
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, ["-f", "lavfi", "-i", source, "-c:v", "libx264", .. encoding.Split(' ', StringSplitOptions.RemoveEmptyEntries), "clip.mp4"]);
        var file = await studio.Probe.ProbeAsync(studio.Run.Scope.PathOf("clip.mp4"), studio.Run.Scope, Token);

        await MustBeTheSameAsync(studio, Of(new MediaBackground(file, "clip.mp4")));
    }

    [Fact(Timeout = 120_000)]
    public async Task Light_goes_on() => await MustBeTheSameAsync(new Studio(), Of(new GeneratedBackground(GeneratedPresets.All[0])));

    [Fact(Timeout = 120_000)]
    public async Task A_zoom_goes_on_behind_another_scene()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "testsrc2=size=300x400", "-frames:v", "1", "picture.png");
        var picture = new MediaBackground(
            new MediaFile { Path = studio.Run.Scope.PathOf("picture.png"), Kind = MediaKind.Image, Width = 300, Height = 400 }, "picture.png");
        var composition = Of(picture) with
        {
            Segments =
            [
                new BackgroundSegment(new ColorBackground("402010"), new FrameSpan(0, 100)),
                new BackgroundSegment(picture, new FrameSpan(100, 270)),
            ],
        };

        await MustBeTheSameAsync(studio, composition);
    }

    [Fact]
    public void The_same_words_on_a_colour_are_the_same_chunk_wherever_they_lie()
    {
        var early = Chunk.Of(Of(new ColorBackground("102030")), [new FrameSpan(60, 150)], Captions(from: 2.5), emoji: null, VideoEncoders.Default, new CompositingOptions())[0];
        var late = Chunk.Of(Of(new ColorBackground("102030")), [new FrameSpan(120, 210)], Captions(from: 4.5), emoji: null, VideoEncoders.Default, new CompositingOptions())[0];

        Assert.Equal(early.Graph, late.Graph);
        Assert.Equal(early.Captions, late.Captions);
        Assert.Equal(early.Arguments, late.Arguments);
    }

    private static Composition Of(Background background) => new()
    {
        FrameRate = 30,
        Span = new FrameSpan(0, 270),
        Segments = [new BackgroundSegment(background, new FrameSpan(0, 270))],
        CoverFrame = 0,
        Emoji = new EmojiTrack { Path = "", X = 200, Y = 600 },
    };

    internal static string Captions(double from)
    {
        var (start, end) = (TimeSpan.FromSeconds(from), TimeSpan.FromSeconds(from + 1.37));
        return $$"""
            [Script Info]
            ScriptType: v4.00+
            PlayResX: 1080
            PlayResY: 1920

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            Style: Default,Inter,110,&H00FFFFFF,&H00FFFFFF,&H00000000,&H80000000,-1,0,0,0,100,100,0,0,1,8,3,5,80,80,0,1

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            Dialogue: 0,{{start:h\:mm\:ss\.ff}},{{end:h\:mm\:ss\.ff}},Default,,0,0,0,,{\move(200,900,800,1300)\t(0,900,\fscx150)}moves
            Dialogue: 0,{{end:h\:mm\:ss\.ff}},{{end + TimeSpan.FromSeconds(4.2):h\:mm\:ss\.ff}},Default,,0,0,0,,{\t(0,3000,\frz90)}turns

            """;
    }

    /// <summary>Both without loss: every pixel counts.</summary>
    private static async Task MustBeTheSameAsync(Studio studio, Composition composition)
    {
        await using var disposing = studio;
        var (captions, emoji) = (Captions(from: 2.5), Emoji());
        Directory.CreateSymbolicLink(studio.Run.Scope.PathOf(WorkFiles.Fonts), "the fonts");
        await File.WriteAllTextAsync(studio.Run.Scope.PathOf(WorkFiles.Captions), captions, Token);
        await File.WriteAllBytesAsync(studio.Run.Scope.PathOf(WorkFiles.Emoji), emoji, Token);
        await File.WriteAllTextAsync(studio.Run.Scope.PathOf(WorkFiles.Graph), FilterGraph.Write(composition, composition.Span), Token);
        var whole = await FramesAsync(studio, FfmpegArguments.Pictures(composition, composition.Span, VideoEncoders.Default, new CompositingOptions()));

        var parts = new List<string>();
        foreach (var chunk in Chunk.Of(composition, [.. Spans], captions, emoji, VideoEncoders.Default, new CompositingOptions()))
        {
            await File.WriteAllTextAsync(studio.Run.Scope.PathOf(WorkFiles.Captions), chunk.Captions, Token);
            await File.WriteAllBytesAsync(studio.Run.Scope.PathOf(WorkFiles.Emoji), chunk.Emoji ?? [], Token);
            await File.WriteAllTextAsync(studio.Run.Scope.PathOf(WorkFiles.Graph), chunk.Graph, Token);
            parts.AddRange(await FramesAsync(studio, chunk.Arguments));
        }

        Assert.Equal(composition.Span.Length, whole.Count);
        Assert.Equal(whole, parts);
        Assert.InRange(whole.Distinct(StringComparer.Ordinal).Count(), 20, composition.Span.Length);
    }

    /// <summary>The hashes of all frames, before an encoder sees them.</summary>
    private static async Task<IReadOnlyList<string>> FramesAsync(Studio studio, IReadOnlyList<string> arguments)
    {
        var hashes = await studio.FfmpegAsync(Token, [.. arguments.TakeWhile(argument => argument is not "-c:v"), "-c:v", "rawvideo", "-f", "framemd5", "-"]);
        return [.. hashes.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line[(line.LastIndexOf(',') + 1)..].Trim())];
    }

    /// <summary>
    /// Nothing, then a picture over the borders of chunks, of which a part changes, then nothing again. It changes between the last frame before a border
    /// and the border, too, and between the last frame of all and the end.
    /// </summary>
    internal static byte[] Emoji()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(60, 40, SKColorType.Rgba8888, SKAlphaType.Premul));
        var nothing = Encode(bitmap);
        bitmap.Erase(new SKColor(255, 160, 7, 211));
        using var small = new SKBitmap(new SKImageInfo(20, 20, SKColorType.Rgba8888, SKAlphaType.Premul));
        small.Erase(new SKColor(0, 60, 200, 77));
        return AnimatedPng.Write(
            new SKSizeI(60, 40),
            [
                new AnimationFrame(nothing, default, TimeSpan.FromSeconds(3.21)),
                new AnimationFrame(Encode(bitmap), default, TimeSpan.FromSeconds(1)),
                new AnimationFrame(Encode(small), new SKPointI(10, 6), TimeSpan.FromSeconds(0.67)),
                new AnimationFrame(Encode(small), new SKPointI(30, 12), TimeSpan.FromSeconds(1.33)),
                new AnimationFrame(nothing, default, TimeSpan.FromSeconds(2.77)),
                new AnimationFrame(Encode(bitmap), default, TimeSpan.FromSeconds(0.02)),
                new AnimationFrame(nothing, default, TimeSpan.FromMilliseconds(10)),
            ]);
    }

    private static byte[] Encode(SKBitmap bitmap)
    {
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        return data.ToArray();
    }
}
