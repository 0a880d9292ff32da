using ShortsFactory.Backgrounds;
using ShortsFactory.Captions;
using ShortsFactory.Compositing;
using ShortsFactory.Compositing.Chunks;
using ShortsFactory.Compositing.Encoders;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Tests.Compositing;

/// <summary>Chunks that show neighbouring footage are made by one ffmpeg, and are the same as if each had one.</summary>
public sealed class ChunkGroupSpecs
{
    private static readonly MediaBackground Clip = new(
        new MediaFile { Path = "clip.mp4", Kind = MediaKind.Video, Width = 320, Height = 240, FramesPerSecond = 30, Duration = TimeSpan.FromSeconds(6), NamesColorMatrix = true }, "clip.mp4");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 180_000)]
    [InlineData("rate=30:duration=6", 0, 1)]
    [InlineData("rate=25:duration=30", 2.5, 1)]
    [InlineData("rate=50:duration=9", 1.2, 1.5)]
    public async Task A_chunk_is_the_same_to_the_bit_whether_it_is_made_alone_or_with_others(string source, double from, double speed)
    {
        await using var studio = new Studio();
        using var slots = new ProcessorSlots();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", $"testsrc2=size=320x240:{source}", "-c:v", "libx264", "-g", "250", "-bf", "3", "clip.mp4");
        var file = await studio.Probe.ProbeAsync(studio.Run.Scope.PathOf("clip.mp4"), studio.Run.Scope, Token);
        var composition = Of(new MediaBackground(file, "clip.mp4") { From = TimeSpan.FromSeconds(from), Speed = speed, Loops = DurationOf(source) < 20 })
            with { Emoji = new EmojiTrack { Path = "", X = 200, Y = 600 } };
        var captions = ChunkSpecs.Captions(from: 2.5);
        Directory.CreateDirectory(studio.Run.Scope.PathOf("fonts"));
        await File.WriteAllTextAsync(studio.Run.Scope.PathOf("captions.ass"), captions, Token);
        var track = new CaptionTrack
        {
            AssPath = studio.Run.Scope.PathOf("captions.ass"), SrtPath = "", VttPath = "", LrcPath = "", FontDirectory = studio.Run.Scope.PathOf("fonts"), Groups = [],
        };
        var files = await ChunkFiles.ReadAsync(composition, track, Token);
        var chunks = Chunk.Of(composition, [.. Enumerable.Range(0, 10).Select(index => new FrameSpan(index * 54, (index + 1) * 54))], captions, ChunkSpecs.Emoji(), VideoEncoders.Default, new CompositingOptions());
        var encoder = new ChunkEncoder(studio.Ffmpeg, slots);

        var groups = ChunkGroups.Of(chunks, composition.FrameRate, processors: 2);
        var alone = await MakeAsync([.. chunks.Select(chunk => (IReadOnlyList<Chunk>)[chunk])], "alone");
        var together = await MakeAsync(groups, "together");

        Assert.InRange(groups.Count, 2, 6);
        Assert.Equal(chunks.Count, together.Count);
        Assert.All(chunks, chunk => Assert.Equal(alone[chunk.Span], together[chunk.Span]));

        async Task<Dictionary<FrameSpan, string>> MakeAsync(IReadOnlyList<IReadOnlyList<Chunk>> runs, string name)
        {
            Dictionary<FrameSpan, string> made = [];
            foreach (var run in runs)
            {
                Dictionary<FrameSpan, long> frames = [];
                string[] paths = [.. run.Select(chunk => studio.Run.Scope.PathOf($"{name}-{chunk.Span.Start}.mp4"))];
                await encoder.EncodeAsync(
                    ChunkGroup.Of(composition, run, VideoEncoders.Default, new CompositingOptions()), files, paths, studio.Run.Scope, (chunk, count) => frames[chunk.Span] = count, Token);
                Assert.All(run, chunk => Assert.Equal(chunk.Footage is { Next: not null, Piece: var piece } && run.Count > 1 ? piece.Length : chunk.Span.Length, frames[chunk.Span]));
                foreach (var (chunk, path) in run.Zip(paths))
                {
                    made[chunk.Span] = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(path, Token)));
                }
            }

            return made;
        }
    }

    [Fact]
    public void What_one_ffmpeg_is_told_for_several_chunks()
    {
        var composition = Of(Clip) with
        {
            Emoji = new EmojiTrack { Path = "", X = 200, Y = 600 },
            Images = [new ImageOverlay { Path = "logo.png", X = 20, Y = 30, Width = 100, Height = 50, Start = TimeSpan.Zero, Fade = TimeSpan.FromSeconds(0.3), Opacity = 0.8 }],
        };
        var chunks = Chunk.Of(composition, [new FrameSpan(120, 190), new FrameSpan(210, 270)], ChunkSpecs.Captions(from: 2.5), ChunkSpecs.Emoji(), VideoEncoders.Default, new CompositingOptions());

        var group = ChunkGroup.Of(composition, chunks, VideoEncoders.Default, new CompositingOptions());

        Golden.Matches($"{group.Graph}\n\n{string.Join('\n', group.Arguments)}\n", "ChunkGroup");
    }

    [Fact]
    public void Chunks_that_show_the_same_pictures_in_later_rounds_are_made_together()
    {
        var groups = ChunkGroups.Of(Chunks(Clip, 60, 9), frameRate: 30, processors: 2);

        Assert.Equal(["240 420 120 300 480", "0 180 360 60"], groups.Select(group => string.Join(' ', group.Select(chunk => chunk.Span.Start))));
    }

    [Fact]
    public void Where_few_chunks_are_left_each_processor_has_some()
    {
        Assert.Equal([2, 2], ChunkGroups.Of(Chunks(Clip, 60, 4), frameRate: 30, processors: 2).Select(group => group.Count));
        Assert.Equal([1, 1], ChunkGroups.Of(Chunks(Clip, 60, 2), frameRate: 30, processors: 8).Select(group => group.Count));
    }

    [Fact]
    public void Chunks_that_share_nothing_are_made_alone()
    {
        var still = Clip with { File = Clip.File with { Kind = MediaKind.Image } };
        var longClip = Clip with { File = Clip.File with { Duration = TimeSpan.FromSeconds(100) } };
        var distant = Chunks(longClip, 60, 20).Where((_, index) => index % 4 == 0).ToArray();

        Assert.All(ChunkGroups.Of(Chunks(still, 60, 6), frameRate: 30, processors: 2), group => Assert.Single(group));
        Assert.All(ChunkGroups.Of(distant, frameRate: 30, processors: 2), group => Assert.Single(group));
        Assert.All(ChunkGroups.Of(Chunks(Clip, 60, 6, "libx265"), frameRate: 30, processors: 2), group => Assert.Single(group));
    }

    [Fact]
    public void A_chunk_that_goes_over_the_end_of_the_footage_is_made_with_those_before_it() =>
        Assert.Contains(ChunkGroups.Of(Chunks(Clip, 70, 3), frameRate: 30, processors: 1), group => group.Select(chunk => chunk.Span.Start).SequenceEqual([0, 70, 140]));

    [Fact]
    public void A_chunk_in_which_the_footage_comes_around_again_and_again_is_made_alone() =>
        Assert.All(ChunkGroups.Of(Chunks(Clip with { To = TimeSpan.FromSeconds(1.2) }, 90, 4), frameRate: 30, processors: 1), group => Assert.Single(group));

    private static double DurationOf(string source) => double.Parse(source[(source.LastIndexOf('=') + 1)..], System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<Chunk> Chunks(Background background, int length, int count, string encoder = "libx264") =>
        Chunk.Of(
            Of(background), [.. Enumerable.Range(0, count).Select(index => new FrameSpan(index * length, (index + 1) * length))], "", emoji: null,
            VideoEncoders.All.First(known => known.Name == encoder), new CompositingOptions());

    private static Composition Of(Background background)
    {
        var span = new FrameSpan(0, 3_000);
        return new Composition { FrameRate = 30, Span = span, CoverFrame = 0, Segments = [new BackgroundSegment(background, span)] };
    }
}
