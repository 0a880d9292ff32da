namespace ShortsFactory.Tests;

public sealed class PictureFormatSpecs
{
    [Theory]
    [InlineData("1080x1080", 1080, 1080, 30)]
    [InlineData(" 1920X1080@60 ", 1920, 1080, 60)]
    public void A_format_is_read_as_it_is_written(string text, int width, int height, int rate) =>
        Assert.Equal(new PictureFormat(width, height, rate), PictureFormat.Parse(text));

    [Fact]
    public void What_is_no_format_is_refused_with_those_that_are()
    {
        var exception = Assert.Throws<FormatException>(() => PictureFormat.Parse("1080x1902"));

        Assert.StartsWith("'1080x1902' is no format. Did you mean '1080x1920@30'? Write one of 1080x1920@30, 720x1280@30,", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("3s", 3.0)]
    [InlineData("12.5", 12.5)]
    [InlineData("1:20", 80.0)]
    [InlineData("1:02:03.5", 3723.5)]
    [InlineData("2 min", 120.0)]
    [InlineData("soon", null)]
    [InlineData("-3s", null)]
    public void Times_are_read_as_people_write_them(string text, double? seconds) => Assert.Equal(seconds, TimeText.TryParse(text)?.TotalSeconds);
}
