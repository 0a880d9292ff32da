using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Tests.Jobs;

public sealed class FileNameSpecs
{
    [Theory]
    [InlineData("Why octopuses have three hearts", "Why-octopuses-have-three-hearts")]
    [InlineData("  A/B: \"C\"?  ", "A-B-C")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("日本の蛸", "日本の蛸")]
    [InlineData("-rf", "rf")]
    [InlineData("🐙", "short")]
    [InlineData("", "short")]
    public void A_title_becomes_the_name_of_a_file_and_never_a_path(string title, string name) => Assert.Equal(name, FileName.Of(title));

    [Fact]
    public void A_long_title_is_cut() => Assert.InRange(FileName.Of(new string('x', 500)).Length, 1, 60);
}
