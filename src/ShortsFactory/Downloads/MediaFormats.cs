using ShortsFactory.Media.Images;

namespace ShortsFactory.Downloads;

/// <summary>
/// What footage may be: the formats that hold pictures and sound themselves, as ffmpeg names them, each with its extensions. Playlists and other
/// lists of files are none: they would have ffmpeg open whatever they name.
/// </summary>
internal static class MediaFormats
{
    private const string Avif = "avif";
    private const string Heic = "heic";

    private static readonly Dictionary<string, string[]> Extensions = new(StringComparer.Ordinal)
    {
        ["mov"] = [".mp4", ".mov", ".m4v", ".m4a", ".3gp"],
        ["matroska"] = [".mkv", ".webm", ".mka"],
        ["avi"] = [".avi"],
        ["mpegts"] = [".ts", ".m2ts", ".mts"],
        ["mpeg"] = [".mpg", ".mpeg"],
        ["flv"] = [".flv"],
        ["asf"] = [".wmv", ".wma", ".asf"],
        ["mxf"] = [".mxf"],
        ["ogg"] = [".ogg", ".ogv", ".oga", ".opus"],
        ["gif"] = [".gif"],
        ["mp3"] = [".mp3"],
        ["wav"] = [".wav"],
        ["flac"] = [".flac"],
        ["aac"] = [".aac"],
        ["aiff"] = [".aiff", ".aif"],
        ["jpeg_pipe"] = [".jpg", ".jpeg"],
        ["png_pipe"] = [".png"],
        ["apng"] = [".png", ".apng"],
        ["webp_pipe"] = [".webp"],
        ["bmp_pipe"] = [".bmp"],
        ["tiff_pipe"] = [".tiff", ".tif"],
        [Avif] = [".avif"],
        [Heic] = [".heic", ".heif"],
    };

    /// <summary>The names of all formats.</summary>
    public static IEnumerable<string> Names => Extensions.Keys;

    /// <summary>The format of a picture that ffprobe takes for a video without pictures, by the brands with which it begins.</summary>
    /// <param name="start">The first bytes of the file.</param>
    /// <returns><see langword="null"/> if it is none.</returns>
    public static string? OfStill(ReadOnlySpan<byte> start) =>
        ImageSignature.Of(start) is { IsHeif: true } format ? format == ImageFormat.Avif ? Avif : Heic : null;

    /// <summary>The extension for a file of a format, with its point: the one that <paramref name="name"/> has, if it fits.</summary>
    /// <param name="format">The format as ffprobe writes it, such as <c>mov,mp4,m4a,3gp,3g2,mj2</c>.</param>
    /// <param name="name">What the file was called.</param>
    public static string ExtensionFor(string format, string name)
    {
        var extensions = Extensions[format.Split(',').First(Extensions.ContainsKey)];
        return extensions.FirstOrDefault(extension => string.Equals(extension, Path.GetExtension(name), StringComparison.OrdinalIgnoreCase)) ?? extensions[0];
    }
}
