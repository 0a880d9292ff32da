using ShortsFactory.Recognition;

namespace ShortsFactory.Recordings;

/// <summary>
/// Finds a whole script in all that was heard of a recording: the global alignment of the two texts (Needleman and Wunsch),
/// which takes what was said besides the script, and what was left out of it, for gaps. Pure.
/// </summary>
internal static class TextMatcher
{
    private const int Same = 4;
    private const int Other = -1;
    private const int Gap = -1;

    /// <summary>
    /// Pairs of equal words as positions in both texts, both ascending. Different words may face each other in the alignment, as
    /// misheard ones do; but such a pair proves no time, for it may also stand for words that were left out and others that were added.
    /// </summary>
    public static IReadOnlyList<(int Expected, int Heard)> Match(IReadOnlyList<string> expected, IReadOnlyList<HeardWord> heard)
    {
        var steps = Fill(expected, heard);
        List<(int Expected, int Heard)> pairs = [];
        var (row, column) = (expected.Count, heard.Count);
        while (row > 0 && column > 0)
        {
            switch (steps[row][column])
            {
                case Step.Both:
                    row--;
                    column--;
                    if (IsSame(expected[row], heard[column]))
                    {
                        pairs.Add((row, column));
                    }

                    break;
                case Step.Expected:
                    row--;
                    break;
                default:
                    column--;
                    break;
            }
        }

        pairs.Reverse();
        return pairs;
    }

    private static Step[][] Fill(IReadOnlyList<string> expected, IReadOnlyList<HeardWord> heard)
    {
        // A byte a cell, and two rows of scores: ten thousand words against ten thousand take 100 MB, and an hour of speech has no more.
        var steps = new Step[expected.Count + 1][];
        var above = Enumerable.Range(0, heard.Count + 1).Select(column => column * Gap).ToArray();
        var scores = new int[heard.Count + 1];
        steps[0] = new Step[heard.Count + 1];
        for (var row = 1; row <= expected.Count; row++)
        {
            var line = steps[row] = new Step[heard.Count + 1];
            scores[0] = row * Gap;
            line[0] = Step.Expected;
            for (var column = 1; column <= heard.Count; column++)
            {
                var both = above[column - 1] + (IsSame(expected[row - 1], heard[column - 1]) ? Same : Other);
                var (best, step) = above[column] >= scores[column - 1] ? (above[column] + Gap, Step.Expected) : (scores[column - 1] + Gap, Step.Heard);
                (scores[column], line[column]) = both >= best ? (both, Step.Both) : (best, step);
            }

            (above, scores) = (scores, above);
        }

        return steps;
    }

    private static bool IsSame(string expected, HeardWord heard) => string.Equals(expected, heard.Text, StringComparison.Ordinal);

    private enum Step : byte
    {
        Heard,
        Expected,
        Both,
    }
}
