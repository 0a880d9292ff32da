namespace ShortsFactory.Captions.Layout;

/// <summary>
/// Breaks words into lines: as few lines as possible, and those as even as possible, so that no short word is left alone on
/// the last one while another could keep it company.
/// </summary>
internal static class LineBreaker
{
    /// <summary>How many words each line takes, or <see langword="null"/> if they do not fit.</summary>
    /// <param name="widths">The widths of the words.</param>
    /// <param name="gaps">The width between each word and the one before it, where both are in one line.</param>
    /// <param name="limit">The width that no line may exceed.</param>
    /// <param name="mostLines">The number of lines that must not be exceeded.</param>
    public static IReadOnlyList<int>? Break(IReadOnlyList<double> widths, IReadOnlyList<double> gaps, double limit, int mostLines)
    {
        for (var lines = 1; lines <= Math.Min(mostLines, widths.Count); lines++)
        {
            if (Fill(widths, gaps, limit, lines, first: 0) is { } found)
            {
                return found.Counts;
            }
        }

        return null;
    }

    /// <summary>The filling with the least sum of squared widths, which is the most even one.</summary>
    private static (double Cost, IReadOnlyList<int> Counts)? Fill(IReadOnlyList<double> widths, IReadOnlyList<double> gaps, double limit, int lines, int first)
    {
        (double Cost, IReadOnlyList<int> Counts)? best = null;
        var width = -gaps[first];
        for (var count = 1; first + count <= widths.Count - lines + 1; count++)
        {
            var last = first + count - 1;
            width += gaps[last] + widths[last];
            if (width > limit)
            {
                break;
            }

            if (lines == 1 && first + count < widths.Count)
            {
                continue;
            }

            var rest = lines == 1 ? (0, []) : Fill(widths, gaps, limit, lines - 1, first + count);
            if (rest is { } below && (best is null || (width * width) + below.Cost < best.Value.Cost))
            {
                best = ((width * width) + below.Cost, [count, .. below.Counts]);
            }
        }

        return best;
    }
}
