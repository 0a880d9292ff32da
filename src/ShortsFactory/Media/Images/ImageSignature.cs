using System.Text;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Media.Images;

/// <summary>Tells formats of pictures by the first bytes of a file.</summary>
internal static class ImageSignature
{
    /// <summary>How much of a file is looked at: where comments stand before the picture, as in SVG, its beginning is further back.</summary>
    private const int Length = 4096;

    private const string AdviceOnDocuments = "Export it as png or jpg from the program that made it.";

    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    /// <summary>Extensions of camera raw files that have the first bytes of TIFF, with a small preview as their first picture.</summary>
    private static readonly string[] RawExtensions = [".DNG", ".CR2", ".NEF", ".NRW", ".ARW", ".SR2", ".PEF", ".ERF", ".3FR", ".IIQ"];

    /// <summary>The format of a file; <see langword="null"/> if it is no picture that is known here.</summary>
    /// <exception cref="InvalidInputException">It is a document that is not read because it may hold programs, or a camera's raw data.</exception>
    public static ImageFormat? Read(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[Length];
        var format = Of(start.AsSpan(0, file.ReadAtLeast(start, Length, throwOnEndOfStream: false)));
        if (start.AsSpan().StartsWith("%PDF"u8) || start.AsSpan().StartsWith("%!"u8) || start.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xC5, 0xD0, 0xD3, 0xC6]))
        {
            throw new InvalidInputException("it is a PDF or PostScript document; these may hold programs and are not read.", path) { Advice = AdviceOnDocuments };
        }

        return format == ImageFormat.Tiff && RawExtensions.Contains(Path.GetExtension(path).ToUpperInvariant(), StringComparer.Ordinal)
            ? throw new InvalidInputException("it is a camera's raw data, which are not read here.", path) { Advice = "Develop it first, into tiff or jpg." }
            : format;
    }

    /// <summary>The format that begins so.</summary>
    internal static ImageFormat? Of(ReadOnlySpan<byte> start)
    {
        if (start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8))
        {
            return OfBrands(start);
        }

        return start switch
        {
            [0xFF, 0xD8, 0xFF, ..] => ImageFormat.Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => ImageFormat.Png,
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => ImageFormat.Gif,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => ImageFormat.Webp,
            [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => ImageFormat.Tiff,
            [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => ImageFormat.Bmp,
            [(byte)'8', (byte)'B', (byte)'P', (byte)'S', 0, 1, ..] => ImageFormat.Psd,
            [0, 0, 1, 0, > 0, 0, ..] => ImageFormat.Icon,
            [0, 0, 0, 12, (byte)'j', (byte)'P', (byte)' ', (byte)' ', ..] => ImageFormat.Jpeg2000,
            [0xFF, 0x4F, 0xFF, 0x51, ..] => ImageFormat.Jpeg2000Stream,
            [0xFF, 0x0A, ..] or [0, 0, 0, 12, (byte)'J', (byte)'X', (byte)'L', (byte)' ', ..] => ImageFormat.JpegXl,
            _ => IsSvg(start) ? ImageFormat.Svg : null,
        };
    }

    /// <summary>The box "ftyp" (ISO/IEC 14496-12, 4.3): a main brand, a version, and the brands that it is compatible with.</summary>
    private static ImageFormat? OfBrands(ReadOnlySpan<byte> start)
    {
        var box = start[..Math.Min(start.Length, start[3] + (start[2] << 8))];
        var brands = new List<string>();
        for (var position = 8; position + 4 <= box.Length; position += 4)
        {
            brands.Add(Encoding.Latin1.GetString(box.Slice(position, 4)));
        }

        if (brands.Count == 0 || !(HeicBrands.Contains(brands[0], StringComparer.Ordinal) || brands[0] is "avif" or "avis"))
        {
            return null;
        }

        return brands.Any(brand => brand is "avif" or "avis") ? ImageFormat.Avif : ImageFormat.Heic;
    }

    /// <summary>An element "svg" with nothing but declarations and comments before it.</summary>
    private static bool IsSvg(ReadOnlySpan<byte> start)
    {
        var text = (start is [0xFF, 0xFE, ..] ? Encoding.Unicode : Encoding.UTF8).GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith('<') && text.Contains("<svg", StringComparison.Ordinal) && !text.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }
}
