using System.Globalization;

namespace ShortsFactory.Media.Images;

/// <summary>Writes ImageMagick's arguments; files have names of ours in the directory that it works in.</summary>
internal static class ImageArguments
{
    /// <summary>The file of <see cref="SrgbProfile"/>.</summary>
    public const string ProfileFile = "srgb.icc";

    /// <summary>No side of a picture is longer, so that its area can be told in a sentence instead of by a refusal of ImageMagick's.</summary>
    private const int LongestSide = 1_000_000;

    /// <summary>What it may use up. Pixels beyond the memory's share go to the disk, into files in the working directory.</summary>
    public static IReadOnlyList<string> Limits(ImageOptions options) =>
    [
        "-limit", "memory", Number(options.MemoryLimit / 2),
        "-limit", "map", Number(options.MemoryLimit / 2),
        "-limit", "disk", Number(options.DiskLimit),
        "-limit", "area", Number(Math.Max(options.PixelLimit, options.AnimationPixelLimit)),
        "-limit", "width", Number(LongestSide),
        "-limit", "height", Number(LongestSide),
        "-limit", "thread", "1",
        "-limit", "time", Number((long)Math.Ceiling(options.TimeLimit.TotalSeconds)),
        "-define", "registry:temporary-path=.",
    ];

    /// <summary>Prints <see cref="ImageInfo.Question"/> of a file's first picture, without decoding it where that can be helped.</summary>
    public static IReadOnlyList<string> Look(ImageFormat format, string link) => ["-ping", First(format, link), "-format", ImageInfo.Question, "INFO:-"];

    /// <summary>
    /// A file's first picture, upright, in sRGB, without anything that is not picture: places, cameras' names, previews. Of a Photoshop file it is all
    /// layers together.
    /// </summary>
    public static IReadOnlyList<string> Read(ImageFormat format, ImageInfo info, string link) =>
    [
        First(format, link),
        .. format.IsHeif ? [] : (string[])["-auto-orient"],
        .. info.HasProfile && !format.IsHeif ? [] : (string[])["-colorspace", "sRGB"],
        .. info.HasProfile && format.IsHeif ? ["-profile", $"ICC:{ProfileOf(link)}"] : (string[])[],
        .. info.HasProfile ? ["-profile", $"ICC:{ProfileFile}"] : (string[])[],
        "-strip",
    ];

    /// <summary>Takes a file's ICC profile out of it, into <see cref="ProfileOf"/>.</summary>
    public static IReadOnlyList<string> TakeProfile(ImageFormat format, string link) => ["-ping", First(format, link), $"ICC:{ProfileOf(link)}"];

    /// <summary>Writes it as a PNG that ffmpeg reads as it is meant.</summary>
    public static IReadOnlyList<string> WritePng(ImageInfo info, string output) =>
        ["-depth", "8", "-define", "png:compression-level=1", $"{(info.HasAlpha ? "PNG32" : "PNG24")}:{output}"];

    /// <summary>All pictures of a moving WebP, each into a file of its own.</summary>
    public static IReadOnlyList<string> Frames(string link, string pattern) =>
        [$"{ImageFormat.Webp.Coder}:{link}", "-coalesce", "-colorspace", "sRGB", "-strip", "-depth", "8", "-define", "png:compression-level=1", $"PNG32:{pattern}"];

    /// <summary>What may be read and written at all; whatever else a file asks for (other files, addresses, programs) is refused.</summary>
    public static string Policy(ImageOptions options) => string.Join(
        '\n',
        "<policymap>",
        Resource("memory", options.MemoryLimit / 2),
        Resource("map", options.MemoryLimit / 2),
        Resource("disk", options.DiskLimit),
        Resource("area", Math.Max(options.PixelLimit, options.AnimationPixelLimit)),
        Resource("width", LongestSide),
        Resource("height", LongestSide),
        "  <policy domain=\"delegate\" rights=\"none\" pattern=\"*\"/>",
        "  <policy domain=\"filter\" rights=\"none\" pattern=\"*\"/>",
        "  <policy domain=\"path\" rights=\"none\" pattern=\"@*\"/>",
        "  <policy domain=\"coder\" rights=\"none\" pattern=\"*\"/>",
        $"  <policy domain=\"coder\" rights=\"read\" pattern=\"{{{string.Join(',', ImageFormat.ByImageMagick.Select(format => format.Coder))}}}\"/>",
        "  <policy domain=\"coder\" rights=\"read | write\" pattern=\"{ICC,PNG,PNG24,PNG32,JPEG,WEBP}\"/>",
        "  <policy domain=\"coder\" rights=\"write\" pattern=\"INFO\"/>",
        "</policymap>");

    private static string Resource(string name, long value) => $"  <policy domain=\"resource\" name=\"{name}\" value=\"{Number(value)}\"/>";

    private static string ProfileOf(string link) => $"{link}.icc";

    private static string First(ImageFormat format, string link) => $"{format.Coder}:{link}[0]";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
