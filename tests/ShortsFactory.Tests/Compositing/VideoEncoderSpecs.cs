using ShortsFactory.Compositing;
using ShortsFactory.Compositing.Encoders;

namespace ShortsFactory.Tests.Compositing;

public sealed class VideoEncoderSpecs
{
    public static TheoryData<string> Names => [.. VideoEncoders.All.Select(encoder => encoder.Name)];

    public static TheoryData<string, EncodingQuality> Software => new()
    {
        { "libx264", EncodingQuality.Draft }, { "libx264", EncodingQuality.High }, { "libx265", EncodingQuality.Draft },
        { "libx265", EncodingQuality.Standard }, { "libsvtav1", EncodingQuality.Draft }, { "libsvtav1", EncodingQuality.Standard },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public void Arguments_of_each_quality(string name)
    {
        var encoder = VideoEncoders.For(name).First();
        var qualities = Enum.GetValues<EncodingQuality>().Select(quality =>
            $"{quality}: {string.Join(' ', EncoderChoice.Trial(encoder, new CompositingOptions { Quality = quality }))}");
        Golden.Matches(string.Join('\n', qualities), $"Encoder.{name}");
    }

    [Fact]
    public void Preset_and_crf_that_the_user_names_go_before_the_quality()
    {
        var options = new CompositingOptions { Quality = EncodingQuality.Draft, Preset = "slow", Crf = 12 };
        var arguments = string.Join(' ', VideoEncoders.Default.Arguments(EncoderProfile.Settings(options, 150, 30)));
        Assert.Contains("-preset slow -crf 12 ", arguments, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(150, 30)]
    [InlineData(162, 33)]
    [InlineData(134, 34)]
    [InlineData(7, 7)]
    public void Groups_of_a_chunk_are_of_one_length_of_about_a_second(int frames, int group) =>
        Assert.Equal(group, EncoderProfile.Settings(new CompositingOptions(), frames, 30).GroupLength);

    [Fact(Timeout = 120_000)]
    public async Task A_device_that_is_not_there_is_replaced_and_told()
    {
        await using var studio = new Studio();
        var draft = studio.Draft(TimeSpan.FromSeconds(1), "color:#102030");

        var video = (await studio.MakeAsync(draft, Token, new CompositingOptions { Encoder = "h264_nvenc" })).Video!;

        Assert.Equal("h264", video.Codec);
        Assert.Contains(studio.Run.Warnings, warning => warning.StartsWith("The encoder h264_nvenc does not work here, so libx264 made the video.", StringComparison.Ordinal));
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Software))]
    public async Task What_software_makes_is_joined_and_can_be_played(string name, EncodingQuality quality)
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "testsrc2=size=270x480:rate=30:duration=4", "-c:v", "libx264", "clip.mp4");
        var draft = studio.Draft(TimeSpan.FromSeconds(3.5), "clip.mp4", "color:#102030");

        var video = (await studio.MakeAsync(draft, Token, new CompositingOptions { Encoder = name, Quality = quality })).Video!;

        Assert.Empty(studio.Run.Warnings);
        var stream = await studio.FfprobeAsync(
            Token, "-select_streams", "v", "-of", "csv=p=0", "-count_frames", "-show_entries", "stream=codec_name,codec_tag_string,pix_fmt,color_space,r_frame_rate,nb_read_frames", video.Path);
        var (codec, tag) = name switch { "libx265" => ("hevc", "hvc1"), "libsvtav1" => ("av1", "av01"), _ => ("h264", "avc1") };
        Assert.Equal($"{codec},{tag},yuv420p,bt709,30/1,210", stream.Trim());
        var times = await PacketTimes.ReadAsync(studio, video.Path, Token);
        Assert.Equal(Enumerable.Range(0, 210).Select(frame => frame * 512L), times.Order());
    }
}
