using ShortsFactory.Backgrounds;
using ShortsFactory.Captions;
using ShortsFactory.Compositing;

namespace ShortsFactory.Tests.Compositing.Overlays;

public sealed class ImageLayerSpecs
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData(0, 30)]
    [InlineData(17, 50)]
    [InlineData(25, 40)]
    [InlineData(31, 60)]
    public async Task A_span_shows_what_the_whole_shows_at_the_same_frames(int start, int end)
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "testsrc2=size=320x180", "-frames:v", "1", "-f", "image2", "image-0.png");
        File.Move(studio.Run.Scope.PathOf("image-0.png"), studio.Run.Scope.PathOf("image-0"));
        File.Copy(studio.Run.Scope.PathOf("image-0"), studio.Run.Scope.PathOf("image-1"));
        var draft = studio.Draft(TimeSpan.FromSeconds(2), [null]);
        await File.WriteAllTextAsync(
            studio.Run.Scope.PathOf(WorkFiles.Captions),
            await File.ReadAllTextAsync(draft.Captions!.AssPath, Token)
                + "\nDialogue: 9,0:00:00.00,0:00:02.01,Default,,0,0,0,,{\\an7\\pos(190,1238)\\clip(190,1238,190,1248)\\t(0,2000,\\clip(190,1238,890,1248))\\p1}m 0 0 l 700 0 700 10 0 10\n",
            Token);
        Directory.CreateSymbolicLink(studio.Run.Scope.PathOf(WorkFiles.Fonts), draft.Captions.FontDirectory);
        var composition = new Composition
        {
            FrameRate = 30,
            Span = new FrameSpan(0, 60),
            Segments = [new BackgroundSegment(new ColorBackground("204060"), new FrameSpan(0, 60))],
            CoverFrame = 0,
            Images = [Image(TimeSpan.Zero, TimeSpan.FromSeconds(1), 0.5), Image(TimeSpan.FromSeconds(1.2), null, 1)],
        };

        var whole = await DrawAsync(studio, composition, composition.Span);
        var span = await DrawAsync(studio, composition, new FrameSpan(start, end));

        Assert.Equal(60, whole.Count);
        Assert.True(whole.Distinct(StringComparer.Ordinal).Count() > 20);
        Assert.Equal(whole.Skip(start).Take(end - start), span);
    }

    private static ImageOverlay Image(TimeSpan start, TimeSpan? end, double opacity) => new()
    {
        Path = $"/image {start}",
        X = 120,
        Y = 300,
        Width = 320,
        Height = 180,
        Opacity = opacity,
        Start = start,
        End = end,
        Fade = TimeSpan.FromSeconds(0.3),
    };

    /// <summary>The checksum of each frame.</summary>
    private static async Task<IReadOnlyList<string>> DrawAsync(Studio studio, Composition composition, FrameSpan span)
    {
        await File.WriteAllTextAsync(studio.Run.Scope.PathOf(WorkFiles.Graph), FilterGraph.Write(composition, span), Token);
        await studio.FfmpegAsync(
            Token,
            [
                .. FilterGraph.Images(composition, span).SelectMany(image => (string[])["-i", WorkFiles.Image(composition, image)]),
                "-filter_complex_script", WorkFiles.Graph, "-map", FilterGraph.Picture(composition), "-f", "framemd5", "frames.txt",
            ]);
        return [.. (await File.ReadAllLinesAsync(studio.Run.Scope.PathOf("frames.txt"), Token)).Where(line => !line.StartsWith('#')).Select(line => line.Split(',')[^1].Trim())];
    }
}
