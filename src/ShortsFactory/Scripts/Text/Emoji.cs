using System.Globalization;

namespace ShortsFactory.Scripts.Text;

/// <summary>Tells pictures from text, so that they are shown and not said.</summary>
internal static class Emoji
{
    private const int VariationSelector = 0xFE0F;
    private const int Keycap = 0x20E3;

    /// <summary>Whether a text element (one visible character, as <see cref="StringInfo"/> cuts them) is a picture.</summary>
    /// <remarks>
    /// .NET does not tell Unicode's Extended_Pictographic property; these are the blocks that hold its characters, but for
    /// arrows and signs such as © that are text unless the variation selector follows.
    /// </remarks>
    public static bool IsPicture(ReadOnlySpan<char> element)
    {
        foreach (var rune in element.EnumerateRunes())
        {
            if (rune.Value is VariationSelector or Keycap
                or (>= 0x1F000 and <= 0x1FAFF)
                or (>= 0x2600 and <= 0x27BF)
                or (>= 0x2B05 and <= 0x2B55)
                or (>= 0x231A and <= 0x231B)
                or (>= 0x23E9 and <= 0x23FA))
            {
                return true;
            }
        }

        return false;
    }
}
