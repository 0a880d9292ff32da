using System.Text;
using CsCheck;
using ShortsFactory.Downloads;

namespace ShortsFactory.Tests.Downloads;

public sealed class FetchedNameSpecs
{
    [Theory]
    [InlineData("clip.mp4", ".mp4", "clip.mp4")]
    [InlineData("CLIP.MP4", ".mp4", "CLIP.mp4")]
    [InlineData("clip.php", ".mp4", "clip.php.mp4")]
    [InlineData("../../etc/passwd", ".mp4", "passwd.mp4")]
    [InlineData("..\\..\\evil.mp4", ".mp4", "evil.mp4")]
    [InlineData("..", ".mp4", "download.mp4")]
    [InlineData("/", ".mp4", "download.mp4")]
    [InlineData("", ".jpg", "download.jpg")]
    [InlineData(".bashrc", ".mp4", "bashrc.mp4")]
    [InlineData("-rf", ".mp4", "rf.mp4")]
    [InlineData("a\nb\u0000c\u001b[31m.mp4", ".mp4", "abc[31m.mp4")]
    [InlineData("gnp\u202e4pm.exe", ".mp4", "gnp4pm.exe.mp4")]
    [InlineData("what? \"why\": <a|b>*", ".webm", "what- -why-- -a-b--.webm")]
    [InlineData("Ärger 🐙 日本", ".mp4", "Ärger 🐙 日本.mp4")]
    public void A_name_stays_in_its_folder_and_looks_like_what_it_is(string called, string extension, string name) =>
        Assert.Equal(name, FetchedName.Of(called, extension));

    [Fact]
    public void Whatever_a_server_calls_it_the_name_is_one_that_a_folder_takes() => Gen.String.Sample(
        called =>
        {
            var name = FetchedName.Of(called, ".mp4");
            return name == Path.GetFileName(name) && name is not ['.' or '-', ..] && name.EndsWith(".mp4", StringComparison.Ordinal)
                && name.Length > ".mp4".Length && Encoding.UTF8.GetByteCount(name) <= 130 && !name.Any(char.IsControl);
        },
        iter: 2_000);
}
