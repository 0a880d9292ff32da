using System.Text;

namespace ShortsFactory.Downloads.Files;

/// <summary>Tells web pages from files by how they begin, for what servers call them is often wrong.</summary>
internal static class WebPage
{
    private const int Longest = 512;

    private static readonly string[] Beginnings = ["<!doctype html", "<html", "<head", "<body", "<script", "<!--"];

    /// <summary>Whether a file that begins so is a page.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Longest)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return Beginnings.Any(beginning => text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            || (text.StartsWith("<?xml", StringComparison.Ordinal) && text.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }
}
