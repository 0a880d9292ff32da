namespace ShortsFactory;

/// <summary>Finds what a user probably meant.</summary>
public static class Suggestion
{
    /// <summary>
    /// A sentence such as <c>Did you mean 'title'?</c> with a space in front of it, to be put behind the one that says what is
    /// wrong; empty if no candidate is near enough to be helpful.
    /// </summary>
    public static string For(string word, IEnumerable<string> candidates) =>
        Nearest(word, candidates) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    /// <summary>The candidate nearest to <paramref name="word"/> by edit distance, case ignored; <see langword="null"/> if none is near enough.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, word.Length / 3);
        return candidates
            .Select(candidate => (Candidate: candidate, Distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.Distance <= limit)
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.Candidate)
            .FirstOrDefault();
    }

    /// <summary>Edits that turn one word into the other, a swap of two neighbours counted as one.</summary>
    private static int Distance(string from, string to)
    {
        var distances = new int[from.Length + 1, to.Length + 1];
        for (var row = 0; row <= from.Length; row++)
        {
            for (var column = 0; column <= to.Length; column++)
            {
                distances[row, column] = (row, column) switch
                {
                    (0, _) => column,
                    (_, 0) => row,
                    _ => Step(row, column),
                };
            }
        }

        return distances[from.Length, to.Length];

        int Step(int row, int column)
        {
            var substitution = distances[row - 1, column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
            var best = Math.Min(substitution, 1 + Math.Min(distances[row - 1, column], distances[row, column - 1]));
            var swapped = row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1];
            return swapped ? Math.Min(best, distances[row - 2, column - 2] + 1) : best;
        }
    }
}
