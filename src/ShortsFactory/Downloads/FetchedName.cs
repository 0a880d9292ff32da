using System.Globalization;
using System.Text;

namespace ShortsFactory.Downloads;

/// <summary>Makes a file's name of what a server calls it: one that stays in its folder, is no option, and looks like what it is.</summary>
internal static class FetchedName
{
    private const int LongestBytes = 120;
    private const string Fallback = "download";
    private const string Unwanted = "<>:\"|?*";

    /// <summary>The name with the extension of what the file was found to be.</summary>
    public static string Of(string called, string extension)
    {
        var last = called.Split('/', '\\')[^1];
        var stem = string.Equals(Path.GetExtension(last), extension, StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(last) : last;
        var clean = string.Concat(stem.EnumerateRunes().Select(Allow)).Trim().TrimStart('.', '-', ' ').TrimEnd('.', ' ');
        return Shorten(clean.Length > 0 ? clean : Fallback) + extension.ToLowerInvariant();
    }

    /// <summary>Marks that turn the direction of writing could make a name look like another one.</summary>
    private static string Allow(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? ""
            : Unwanted.Contains(rune.ToString(), StringComparison.Ordinal) ? "-" : rune.ToString();

    private static string Shorten(string name)
    {
        var length = 0;
        return string.Concat(name.EnumerateRunes().TakeWhile(rune => (length += rune.Utf8SequenceLength) <= LongestBytes));
    }
}
