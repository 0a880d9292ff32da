using System.Globalization;
using System.Text;

namespace ShortsFactory.Captions.Sidecars;

/// <summary>How wide text is where nothing is known of its font: two columns for a Chinese character, one for others.</summary>
internal static class Columns
{
    public static int Of(string text)
    {
        var columns = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            columns += IsWide(elements.GetTextElement().EnumerateRunes().First()) ? 2 : 1;
        }

        return columns;
    }

    /// <summary>The blocks that Unicode's East_Asian_Width (UAX #11) counts as wide, emoji among them.</summary>
    private static bool IsWide(Rune rune) => rune.Value
        is (>= 0x1100 and <= 0x115F)
        or (>= 0x2E80 and <= 0xA4CF)
        or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F)
        or (>= 0xFF01 and <= 0xFF60)
        or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x3FFFD);
}
