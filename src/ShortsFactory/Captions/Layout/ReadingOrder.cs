using Icu;

namespace ShortsFactory.Captions.Layout;

/// <summary>
/// In which order the words of a line stand from left to right: the Unicode bidirectional algorithm (UAX #9), by ICU, at the
/// grain of words. Each word is drawn by itself, so no tag between words can break their order or the joins of their letters.
/// </summary>
internal static class ReadingOrder
{
    private const char LeftToRightMark = '\u200E';
    private const char RightToLeftMark = '\u200F';

    /// <summary>Whether a sentence runs from right to left: at least half of its words that have a direction do.</summary>
    public static bool IsRightToLeft(IEnumerable<string> words)
    {
        var (toLeft, toRight) = (0, 0);
        foreach (var word in words)
        {
            var isToLeft = HasRightToLeft(word);
            toLeft += isToLeft ? 1 : 0;
            toRight += !isToLeft && word.Any(char.IsLetter) ? 1 : 0;
        }

        return toLeft > 0 && toLeft >= toRight;
    }

    /// <summary>Whether a text holds letters that run from right to left.</summary>
    private static bool HasRightToLeft(string text) => text.EnumerateRunes().Any(rune => rune.Value
        is (>= 0x0590 and <= 0x08FF)
        or (>= 0xFB1D and <= 0xFDFF)
        or (>= 0xFE70 and <= 0xFEFC)
        or (>= 0x10800 and <= 0x10FFF)
        or (>= 0x1E800 and <= 0x1EFFF));

    /// <summary>The text with an invisible mark in front where it would otherwise be drawn in another direction than its sentence's.</summary>
    public static string Mark(string word, bool isRightToLeft)
    {
        var isAsItShouldBe = isRightToLeft
            ? BiDi.GetBaseDirection(word) == BiDi.BiDiDirection.RTL
            : !HasRightToLeft(word);
        return isAsItShouldBe ? word : (isRightToLeft ? RightToLeftMark : LeftToRightMark) + word;
    }

    /// <summary>The text without the mark, which must not come between the words of a line.</summary>
    public static string Unmark(string word) => word.TrimStart(LeftToRightMark, RightToLeftMark);

    /// <summary>The positions of the words in <paramref name="line"/>, from left to right.</summary>
    public static IReadOnlyList<int> FromLeft(IReadOnlyList<string> line, bool isRightToLeft)
    {
        if (!isRightToLeft && !line.Any(HasRightToLeft))
        {
            return [.. Enumerable.Range(0, line.Count)];
        }

        using var paragraph = new BiDi();
        paragraph.SetPara(string.Join(' ', line), (byte)(isRightToLeft ? 1 : 0), embeddingLevels: null);

        // A word takes the level of its letters, not of its comma; the spaces count, for two numbers apart run from right to left as well.
        List<(int Word, int Level)> items = [];
        var start = 0;
        foreach (var (index, word) in line.Index())
        {
            if (index > 0)
            {
                items.Add((-1, paragraph.GetLevelAt(start - 1)));
            }

            items.Add((index, Enumerable.Range(start, word.Length).Max(position => (int)paragraph.GetLevelAt(position))));
            start += word.Length + 1;
        }

        return [.. Reorder(items).Where(item => item.Word >= 0).Select(item => item.Word)];
    }

    /// <summary>Rule L2: from the highest level down to the lowest odd one, whatever is on that level or above is reversed.</summary>
    private static List<(int Word, int Level)> Reorder(List<(int Word, int Level)> items)
    {
        for (var level = items.Max(item => item.Level); level > 0; level--)
        {
            for (var first = 0; first < items.Count; first++)
            {
                var count = items.Skip(first).TakeWhile(item => item.Level >= level).Count();
                items.Reverse(first, count);
                first += count;
            }
        }

        return items;
    }
}
