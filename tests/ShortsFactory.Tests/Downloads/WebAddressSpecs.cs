using ShortsFactory.Downloads;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Tests.Downloads;

public sealed class WebAddressSpecs
{
    [Theory]
    [InlineData("file:///etc/passwd", "'file:'")]
    [InlineData("ftp://host/clip.mp4", "'ftp:'")]
    [InlineData("gopher://host/", "'gopher:'")]
    [InlineData("concat:a|b", "not an address")]
    [InlineData("--exec=rm", "not an address")]
    [InlineData("-o/etc/passwd", "not an address")]
    [InlineData("clip.mp4", "not an address")]
    [InlineData("https://", "not an address")]
    [InlineData("http:///clip.mp4", "not an address")]
    [InlineData("", "not an address")]
    public void What_is_no_address_of_the_web_is_refused(string text, string mentions)
    {
        var error = Assert.Throws<InvalidInputException>(() => WebAddress.Parse(text));

        Assert.Contains(mentions, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Advice);
    }

    [Theory]
    [InlineData("https://host/a clip.mp4", "https://host/a%20clip.mp4")]
    [InlineData("http://anna:secret@host:8080/clip.mp4?token=secret#secret", "http://host:8080/clip.mp4")]
    [InlineData("HTTPS://Host/Ärger.mp4", "https://host/%C3%84rger.mp4")]
    public void What_is_shown_holds_no_credentials(string text, string shown) => Assert.Equal(shown, WebAddress.Parse(text).ToString());

    [Fact]
    public void Addresses_in_other_programs_words_lose_their_credentials_too() => Assert.Equal(
        "[generic] 'http://host/a': HTTP Error 403 (https://other/b) see (address)",
        WebAddress.Redact("[generic] 'http://u:pw@host/a?key=secret': HTTP Error 403 (https://other/b?sig=secret) see http://a:b:c"));

    [Fact]
    public void Every_part_that_is_sent_tells_addresses_apart_and_nothing_else()
    {
        string[] different = ["http://host/a", "https://host/a", "http://host/b", "http://host/a?x", "http://u@host/a", "http://host:81/a"];

        Assert.Equal(different.Length, different.Select(text => WebAddress.Parse(text).Key).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(WebAddress.Parse("http://host/a").Key, WebAddress.Parse("HTTP://HOST:80/a#there").Key);
        Assert.Matches("^[0-9a-f]{64}$", WebAddress.Parse("http://u:pw@host/a?token=x").Key);
    }
}
