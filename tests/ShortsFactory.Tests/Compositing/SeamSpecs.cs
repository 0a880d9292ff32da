using System.Globalization;
using ShortsFactory.Compositing;

namespace ShortsFactory.Tests.Compositing;

/// <summary>A video of several chunks, looked at where they were joined.</summary>
public sealed class SeamSpecs
{
    private const int Frames = 12 * 30;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 240_000)]
    public async Task No_frame_is_lost_repeated_or_worse_where_chunks_meet()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(
            Token, "-f", "lavfi", "-i", $"testsrc2=size=540x960:rate=30:duration=12", "-c:v", "libx264", "-qp", "0", "-bf", "2", "counter.mp4");
        var draft = studio.Draft(TimeSpan.FromSeconds(4), "counter.mp4", "counter.mp4", "counter.mp4");
        await File.WriteAllTextAsync(draft.Captions!.AssPath, "[Script Info]\nScriptType: v4.00+\n", Token);

        var video = (await studio.MakeAsync(draft, Token)).Video!;

        Assert.Equal(Enumerable.Range(0, Frames).Select(frame => frame * 512L), (await PacketTimes.ReadAsync(studio, video.Path, Token)).Order());
        var types = (await studio.FfprobeAsync(Token, "-select_streams", "v", "-show_entries", "frame=key_frame", "-of", "csv=p=0", video.Path)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var seams = new[] { 120, 240 };
        Assert.Equal(Frames, types.Length);
        Assert.All(seams, seam => Assert.StartsWith("1", types[seam]));

        // Each frame against the one of the source with its number, and against the next: only its own may be alike.
        var own = await LikenessAsync(studio, video.Path, "null");
        var next = await LikenessAsync(studio, video.Path, "trim=start_frame=1,setpts=PTS-STARTPTS");
        Assert.Equal(Frames, own.Count);
        Assert.All(own.Zip(next).SkipLast(1), pair => Assert.True(pair.First > pair.Second, $"{pair}"));
        var usual = own.Where((_, frame) => !seams.Any(seam => Math.Abs(frame - seam) <= 3)).Min();
        Assert.All(seams.SelectMany(seam => own.Skip(seam - 3).Take(7)), likeness => Assert.True(likeness > usual - 0.005, $"{likeness} at a seam, {usual} elsewhere"));
    }

    [Fact(Timeout = 240_000)]
    public async Task The_rate_keeps_to_its_limit_over_many_chunks()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(
            Token, "-f", "lavfi", "-i", "nullsrc=size=270x480:rate=30:duration=4,geq=lum='random(1)*255':cb=128:cr=128", "-c:v", "libx264", "-crf", "10", "-preset", "ultrafast", "noise.mp4");
        var draft = studio.Draft(TimeSpan.FromSeconds(4), "noise.mp4", "noise.mp4", "noise.mp4", "noise.mp4");
        const int Limit = 6_000_000;

        var video = (await studio.MakeAsync(draft, Token, new CompositingOptions { MaxBitrate = Limit })).Video!;

        var text = await studio.FfprobeAsync(Token, "-select_streams", "v", "-show_entries", "packet=size", "-of", "csv=p=0", video.Path);
        var bits = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(size => 8.0 * int.Parse(size.Trim(','), CultureInfo.InvariantCulture)).ToArray();
        // Each of the four chunks begins with half a second to spend.
        Assert.InRange(bits.Sum() / 16, Limit * 0.5, Limit * 1.13);
        var fullest = Enumerable.Range(0, bits.Length - 60).Max(start => bits.Skip(start).Take(60).Sum());
        Assert.InRange(fullest, 0, Limit * (1 + 0.5 + 2));
    }

    private static async Task<IReadOnlyList<double>> LikenessAsync(Studio studio, string video, string source)
    {
        await studio.FfmpegAsync(
            Token, "-i", video, "-i", "counter.mp4",
            "-lavfi", $"[0:v]scale=540:960:in_color_matrix=bt709:flags=area,format=gray[made];[1:v]{source},format=gray[source];[made][source]ssim=f=likeness.txt", "-f", "null", "-");
        return
        [
            .. (await File.ReadAllLinesAsync(studio.Run.Scope.PathOf("likeness.txt"), Token)).Select(line =>
                double.Parse(line.Split("All:")[1].Split(' ')[0], CultureInfo.InvariantCulture)),
        ];
    }
}
