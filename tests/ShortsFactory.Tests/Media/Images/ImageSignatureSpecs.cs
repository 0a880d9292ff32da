using System.Text;
using ShortsFactory.Media.Images;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Tests.Media.Images;

public sealed class ImageSignatureSpecs
{
    [Theory]
    [InlineData("\u00ff\u00d8\u00ff\u00e0", "JPEG")]
    [InlineData("\u0089PNG\r\n\u001a\n", "PNG")]
    [InlineData("GIF89a", "GIF")]
    [InlineData("RIFF\0\0\0\0WEBPVP8 ", "WebP")]
    [InlineData("RIFF\0\0\0\0WAVEfmt ", null)]
    [InlineData("II*\0", "TIFF")]
    [InlineData("MM\0*", "TIFF")]
    [InlineData("8BPS\0\u0001", "Photoshop")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "HEIC")]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic", "HEIC")]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0mif1avif", "AVIF")]
    [InlineData("\0\0\0\u0018ftypavif\0\0\0\0mif1miaf", "AVIF")]
    [InlineData("\0\0\0\u0018ftypisom\0\0\0\0isomavc1", null)]
    [InlineData("\0\0\0\u0018ftypqt  \0\0\0\0qt      ", null)]
    [InlineData("\0\0\0\u0004ftypheic\0\0\0\0mif1heic", null)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'>", "SVG")]
    [InlineData("<?xml version='1.0'?>\n<!-- drawn by hand -->\n<svg>", "SVG")]
    [InlineData("<html><svg>", null)]
    [InlineData("<?xml version='1.0'?><image><read filename='/etc/passwd'/></image>", null)]
    [InlineData("push graphic-context", null)]
    [InlineData("@/etc/passwd", null)]
    [InlineData("hello", null)]
    [InlineData("", null)]
    public void Formats_are_told_by_their_first_bytes(string start, string? name) => Assert.Equal(name, ImageSignature.Of(Encoding.Latin1.GetBytes(start))?.Name);

    [Theory]
    [InlineData("%PDF-1.7", "photo.png", "may hold programs")]
    [InlineData("%!PS-Adobe-3.0 EPSF-3.0", "photo.jpg", "may hold programs")]
    [InlineData("\u00c5\u00d0\u00d3\u00c6", "logo.eps", "may hold programs")]
    [InlineData("II*\0", "IMG_1.CR2", "a camera's raw data")]
    [InlineData("MM\0*", "img.dng", "a camera's raw data")]
    public void What_is_not_read_is_refused_by_its_name(string start, string name, string message)
    {
        var folder = Directory.CreateTempSubdirectory("signature-");
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(start));

        var exception = Assert.Throws<InvalidInputException>(() => ImageSignature.Read(path));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
