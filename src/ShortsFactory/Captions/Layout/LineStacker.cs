namespace ShortsFactory.Captions.Layout;

/// <summary>Breaks words into a line of one word and the lines before and behind it.</summary>
internal static class LineStacker
{
    /// <summary>How many words each line takes, or <see langword="null"/> if they do not fit.</summary>
    /// <param name="widths">The widths of the words.</param>
    /// <param name="alone">The word that has a line of its own.</param>
    /// <param name="gap">The width between two words of a line.</param>
    /// <param name="limit">The width that no line may exceed.</param>
    /// <param name="mostLines">The number of lines that must not be exceeded.</param>
    public static IReadOnlyList<int>? Break(IReadOnlyList<double> widths, int alone, double gap, double limit, int mostLines)
    {
        int[] counts = [.. new[] { alone, 1, widths.Count - alone - 1 }.Where(count => count > 0)];
        return counts.Length <= mostLines && Width(0, alone) <= limit && Width(alone + 1, widths.Count) <= limit ? counts : null;

        double Width(int from, int to) => widths.Skip(from).Take(to - from).Sum() + (gap * Math.Max(0, to - from - 1));
    }
}
