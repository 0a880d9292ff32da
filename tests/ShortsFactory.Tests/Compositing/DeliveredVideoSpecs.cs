using System.Buffers.Binary;
using System.Text;

namespace ShortsFactory.Tests.Compositing;

public sealed class DeliveredVideoSpecs(DeliveredVideo delivered) : IClassFixture<DeliveredVideo>
{
    private static readonly string[] Containers = ["moov", "trak", "mdia", "minf", "stbl", "edts", "udta"];

    [Fact(Timeout = 120_000)]
    public async Task Streams_are_what_platforms_take_as_it_is()
    {
        var streams = await delivered.Studio.FfprobeAsync(
            TestContext.Current.CancellationToken,
            "-of", "compact=nk=0:p=0", "-show_entries",
            "stream=codec_name,profile,pix_fmt,width,height,sample_aspect_ratio,color_range,color_space,color_transfer,color_primaries,"
            + "r_frame_rate,avg_frame_rate,field_order,nb_frames,start_pts,start_time,duration,sample_rate,channels",
            delivered.Video.Path);
        Golden.Matches(streams, "Streams");
    }

    [Fact]
    public void Index_comes_first_and_there_is_no_edit_list()
    {
        var boxes = Boxes(File.ReadAllBytes(delivered.Video.Path)).ToArray();
        Assert.DoesNotContain("elst", boxes, StringComparer.Ordinal);
        Assert.DoesNotContain("edts", boxes, StringComparer.Ordinal);
        Assert.Contains("stts", boxes, StringComparer.Ordinal);
        Assert.True(Array.IndexOf(boxes, "moov") < Array.IndexOf(boxes, "mdat"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Groups_of_pictures_are_closed_and_about_one_second_long()
    {
        var packets = await delivered.Studio.FfprobeAsync(TestContext.Current.CancellationToken, "-select_streams", "v", "-show_entries", "frame=pict_type,key_frame", "-of", "csv=p=0", delivered.Video.Path);
        var types = packets.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(68, types.Length);
        Assert.StartsWith("1", types[0]);
        Assert.StartsWith("1", types[34]);
        Assert.Contains(types, type => type.Contains('B', StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Every_sample_of_the_sound_is_where_it_is_on_the_master()
    {
        var master = await SamplesAsync(delivered.Draft.Soundtrack!.MasterPath, TestContext.Current.CancellationToken);
        var sound = await SamplesAsync(delivered.Video.Path, TestContext.Current.CancellationToken);
        const int Start = 40_000;
        const int Count = 4_000;
        var best = Enumerable.Range(-2_100, 4_201).MaxBy(offset => Correlation(master.AsSpan(Start, Count), sound.AsSpan(Start + offset, Count)));
        Assert.Equal(0, best);
        Assert.InRange(sound.Length, master.Length, master.Length + 1_024);
    }

    [Fact]
    public void Record_says_what_the_file_is()
    {
        var video = delivered.Video;
        Assert.Equal((1080, 1920, "h264", 30.0), (video.Width, video.Height, video.Codec, video.FramesPerSecond));
        Assert.Equal(68 / 30.0, video.Duration.TotalSeconds, 0.002);
        Assert.InRange(video.Bitrate, 100_000, 12_000_000);
        Assert.InRange(video.IntegratedLufs, -40, -5);
        Assert.InRange(video.TruePeakDbtp, -30, 3);
    }

    [Fact(Timeout = 120_000)]
    public async Task Cover_is_a_full_size_jpeg_that_shows_captions()
    {
        Assert.Equal(".jpg", Path.GetExtension(delivered.Video.CoverPath));
        var cover = await delivered.Studio.Probe.ProbeAsync(delivered.Video.CoverPath, delivered.Studio.Run.Scope, TestContext.Current.CancellationToken);
        Assert.Equal((1080, 1920), (cover.Width, cover.Height));
        await delivered.Studio.FfmpegAsync(TestContext.Current.CancellationToken, "-i", delivered.Video.CoverPath, "-vf", "crop=1000:200:40:1140,format=gray", "-f", "rawvideo", "cover.gray");
        var pixels = await File.ReadAllBytesAsync(delivered.Studio.Run.Scope.PathOf("cover.gray"), TestContext.Current.CancellationToken);
        Assert.InRange(pixels.Count(pixel => pixel > 235), 5_000, 100_000);
    }

    [Fact]
    public void Sound_as_loud_as_it_should_be_earns_no_warning() => Assert.Empty(delivered.Studio.Run.Warnings);

    [Fact]
    public void Nothing_of_the_stage_is_left_but_its_two_files()
    {
        var files = Directory.EnumerateFiles(delivered.Studio.Folder).Select(Path.GetFileName);
        Assert.Contains("video.mp4", files, StringComparer.Ordinal);
        Assert.Contains("cover.jpg", files, StringComparer.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(delivered.Studio.Folder, "fonts")));
        Assert.True(File.Exists(delivered.Draft.Soundtrack!.MasterPath));
        Assert.True(Directory.Exists(delivered.Draft.Captions!.FontDirectory));
    }

    private async Task<short[]> SamplesAsync(string path, CancellationToken cancellationToken)
    {
        await delivered.Studio.FfmpegAsync(cancellationToken, "-i", path, "-map", "0:a", "-ac", "1", "-f", "s16le", "samples.raw");
        var bytes = await File.ReadAllBytesAsync(delivered.Studio.Run.Scope.PathOf("samples.raw"), cancellationToken);
        return [.. bytes.Chunk(2).Select(pair => BinaryPrimitives.ReadInt16LittleEndian(pair))];
    }

    private static long Correlation(ReadOnlySpan<short> first, ReadOnlySpan<short> second)
    {
        var sum = 0L;
        for (var index = 0; index < first.Length; index++)
        {
            sum += first[index] * second[index];
        }

        return sum;
    }

    private static IEnumerable<string> Boxes(byte[] file, int start = 0, int? end = null)
    {
        for (var position = start; position + 8 <= (end ?? file.Length);)
        {
            var size = (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(position));
            var type = Encoding.ASCII.GetString(file, position + 4, 4);
            yield return type;
            foreach (var inner in Containers.Contains(type, StringComparer.Ordinal) ? Boxes(file, position + 8, position + size) : [])
            {
                yield return inner;
            }

            position += Math.Max(size, 8);
        }
    }
}
