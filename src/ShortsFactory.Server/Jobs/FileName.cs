using System.Text;

namespace ShortsFactory.Server.Jobs;

/// <summary>Makes names of files from titles.</summary>
internal static class FileName
{
    private const int Longest = 60;

    /// <summary>The letters and digits of a text, with one hyphen for whatever is between them; <c>short</c> if there are none.</summary>
    public static string Of(string text)
    {
        var name = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().TakeWhile(_ => name.Length < Longest))
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '.')
            {
                name.Append(rune);
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        var trimmed = name.ToString().Trim('-', '.');
        return trimmed.Length > 0 ? trimmed : "short";
    }
}
