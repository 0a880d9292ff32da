namespace ShortsFactory.Media.Images;

/// <summary>A format of pictures, as the first bytes of a file tell it; a file's name says nothing here.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Coder">What ImageMagick calls it, to be put before a file's name so that nothing else is tried; empty where ffmpeg reads it.</param>
/// <param name="Extension">The usual extension, with its point.</param>
internal sealed record ImageFormat(string Name, string Coder, string Extension)
{
    public static readonly ImageFormat Jpeg = new("JPEG", "JPEG", ".jpg");
    public static readonly ImageFormat Png = new("PNG", "PNG", ".png");
    public static readonly ImageFormat Gif = new("GIF", "GIF", ".gif");
    public static readonly ImageFormat Webp = new("WebP", "WEBP", ".webp");
    public static readonly ImageFormat Tiff = new("TIFF", "TIFF", ".tif");
    public static readonly ImageFormat Bmp = new("BMP", "BMP", ".bmp");
    public static readonly ImageFormat Heic = new("HEIC", "HEIC", ".heic") { IsHeif = true };
    public static readonly ImageFormat Avif = new("AVIF", "AVIF", ".avif") { IsHeif = true };
    public static readonly ImageFormat Psd = new("Photoshop", "PSD", ".psd");
    public static readonly ImageFormat Icon = new("icon", "ICO", ".ico");
    public static readonly ImageFormat Jpeg2000 = new("JPEG 2000", "JP2", ".jp2");
    public static readonly ImageFormat Jpeg2000Stream = new("JPEG 2000", "J2K", ".j2k");
    public static readonly ImageFormat Svg = new("SVG", "", ".svg");
    public static readonly ImageFormat JpegXl = new("JPEG XL", "", ".jxl");

    /// <summary>
    /// Whether it is HEIF (ISO/IEC 23008-12). Its decoder turns pictures upright by itself, and an EXIF orientation beside that is not to be obeyed;
    /// ImageMagick 6 forgets its ICC profile over decoding.
    /// </summary>
    public bool IsHeif { get; private init; }

    /// <summary>Every format that ImageMagick reads here.</summary>
    public static IReadOnlyList<ImageFormat> ByImageMagick { get; } =
        [Jpeg, Png, Gif, Webp, Tiff, Bmp, Heic, Avif, Psd, Icon, Jpeg2000, Jpeg2000Stream];
}
