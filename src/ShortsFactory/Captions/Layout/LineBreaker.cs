namespace ShortsFactory.Captions.Layout;

/// <summary>Breaks words into lines: as few lines as possible, and those as even as possible.</summary>
internal static class LineBreaker
{
    /// <summary>How many words each line takes, or <see langword="null"/> if they do not fit.</summary>
    /// <param name="widths">The widths of the words.</param>
    /// <param name="gap">The width between two words of a line.</param>
    /// <param name="limit">The width that no line may exceed.</param>
    /// <param name="mostLines">The number of lines that must not be exceeded.</param>
    public static IReadOnlyList<int>? Break(IReadOnlyList<double> widths, double gap, double limit, int mostLines)
    {
        for (var lines = 1; lines <= Math.Min(mostLines, widths.Count); lines++)
        {
            if (Fill(widths, gap, limit, lines, first: 0) is { } found)
            {
                return found.Counts;
            }
        }

        return null;
    }

    /// <summary>The filling with the least sum of squared widths, which is the most even one.</summary>
    private static (double Cost, IReadOnlyList<int> Counts)? Fill(IReadOnlyList<double> widths, double gap, double limit, int lines, int first)
    {
        (double Cost, IReadOnlyList<int> Counts)? best = null;
        var width = -gap;
        for (var count = 1; first + count <= widths.Count - lines + 1; count++)
        {
            width += gap + widths[first + count - 1];
            if (width > limit)
            {
                break;
            }

            if (lines == 1 && first + count < widths.Count)
            {
                continue;
            }

            var rest = lines == 1 ? (0, []) : Fill(widths, gap, limit, lines - 1, first + count);
            if (rest is { } below && (best is null || (width * width) + below.Cost < best.Value.Cost))
            {
                best = ((width * width) + below.Cost, [count, .. below.Counts]);
            }
        }

        return best;
    }
}
