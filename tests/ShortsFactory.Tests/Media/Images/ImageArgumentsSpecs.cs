using ShortsFactory.Media.Images;

namespace ShortsFactory.Tests.Media.Images;

public sealed class ImageArgumentsSpecs
{
    private static readonly ImageInfo Plain = new() { Width = 10, Height = 20 };
    private static readonly ImageInfo Profiled = Plain with { HasProfile = true, HasAlpha = true };

    [Fact]
    public void Every_run_is_told_what_it_may_use_up_and_read() => Golden.Matches(
        string.Join(
            '\n',
            $"limits: {string.Join(' ', ImageArguments.Limits(new ImageOptions()))}",
            $"look: {string.Join(' ', ImageArguments.Look(ImageFormat.Psd, "source.psd"))}",
            $"jpeg: {string.Join(' ', ImageArguments.Read(ImageFormat.Jpeg, Plain, "source.jpg"))}",
            $"jpeg with a profile: {string.Join(' ', ImageArguments.Read(ImageFormat.Jpeg, Profiled, "source.jpg"))}",
            $"heic: {string.Join(' ', ImageArguments.Read(ImageFormat.Heic, Plain, "source.heic"))}",
            $"heic with a profile: {string.Join(' ', ImageArguments.TakeProfile(ImageFormat.Heic, "source.heic"))}",
            $"  {string.Join(' ', ImageArguments.Read(ImageFormat.Heic, Profiled, "source.heic"))}",
            $"to png: {string.Join(' ', ImageArguments.WritePng(Plain, "shown.png"))}",
            $"to png with alpha: {string.Join(' ', ImageArguments.WritePng(Profiled, "shown.png"))}",
            $"frames: {string.Join(' ', ImageArguments.Frames("source.webp", "source-%06d.png"))}",
            ImageArguments.Policy(new ImageOptions())),
        "ImageArguments");

    [Theory]
    [InlineData("64|48|sRGB|False|Undefined|\n", 64, 48, false, false)]
    [InlineData("64|48|CMYK|True|RightTop|FOGRA39\n", 48, 64, true, true)]
    [InlineData("64|48|sRGB|Blend|BottomRight|sRGB\n64|48|sRGB|True|Undefined|\n", 64, 48, true, true)]
    public void The_answer_to_a_look_is_read(string output, int width, int height, bool hasAlpha, bool hasProfile) =>
        Assert.Equal(new ImageInfo { Width = width, Height = height, HasAlpha = hasAlpha, HasProfile = hasProfile }, ImageInfo.Parse(output, ImageFormat.Jpeg));

    [Fact]
    public void Of_heif_the_orientation_beside_the_picture_is_not_obeyed() => Assert.Equal(64, ImageInfo.Parse("64|48|sRGB|False|RightTop|\n", ImageFormat.Heic)?.Width);

    [Theory]
    [InlineData("")]
    [InlineData("frame=1 xxxx")]
    [InlineData("0|0|sRGB|False|Undefined|")]
    public void Anything_else_is_no_answer(string output) => Assert.Null(ImageInfo.Parse(output, ImageFormat.Png));
}
