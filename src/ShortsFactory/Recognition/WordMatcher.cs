namespace ShortsFactory.Recognition;

/// <summary>
/// Finds which heard word is which expected one: the alignment of the two sequences with the fewest words left over
/// (Levenshtein distance by Wagner and Fischer's table, without substitutions: a word that was misheard proves no time).
/// </summary>
internal static class WordMatcher
{
    /// <summary>
    /// Pairs of equal words as positions in both lists, both ascending. Among alignments that leave the same number of words
    /// over, the one is taken whose words are heard nearest to where they are expected to start.
    /// </summary>
    public static IReadOnlyList<(int Expected, int Heard)> Match(
        IReadOnlyList<(string Text, TimeSpan Start)> expected, IReadOnlyList<HeardWord> heard)
    {
        var costs = FillTable(expected, heard);
        var pairs = new List<(int Expected, int Heard)>();
        var (row, column) = (0, 0);
        while (row < expected.Count && column < heard.Count)
        {
            if (IsPair(expected[row], heard[column]) && costs[row, column] == costs[row + 1, column + 1] + Distance(expected[row], heard[column]))
            {
                pairs.Add((row++, column++));
            }
            else if (costs[row, column] == costs[row + 1, column] + LeftOver)
            {
                row++;
            }
            else
            {
                column++;
            }
        }

        return pairs;
    }

    // Larger than all distances of a sentence together, which only decide between equals. Whole ticks: sums compare exactly.
    private static long LeftOver => TimeSpan.TicksPerDay;

    private static long[,] FillTable(IReadOnlyList<(string Text, TimeSpan Start)> expected, IReadOnlyList<HeardWord> heard)
    {
        var costs = new long[expected.Count + 1, heard.Count + 1];
        for (var row = expected.Count; row >= 0; row--)
        {
            for (var column = heard.Count; column >= 0; column--)
            {
                costs[row, column] = Cost(costs, row, column, expected, heard);
            }
        }

        return costs;
    }

    private static long Cost(
        long[,] costs, int row, int column, IReadOnlyList<(string Text, TimeSpan Start)> expected, IReadOnlyList<HeardWord> heard)
    {
        if (row == expected.Count || column == heard.Count)
        {
            return (expected.Count - row + heard.Count - column) * LeftOver;
        }

        var cost = Math.Min(costs[row + 1, column], costs[row, column + 1]) + LeftOver;
        return IsPair(expected[row], heard[column])
            ? Math.Min(cost, costs[row + 1, column + 1] + Distance(expected[row], heard[column]))
            : cost;
    }

    private static bool IsPair((string Text, TimeSpan Start) expected, HeardWord heard) =>
        string.Equals(expected.Text, heard.Text, StringComparison.Ordinal);

    private static long Distance((string Text, TimeSpan Start) expected, HeardWord heard) => Math.Abs((expected.Start - heard.Start).Ticks);
}
