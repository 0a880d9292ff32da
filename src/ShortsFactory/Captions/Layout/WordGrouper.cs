using ShortsFactory.Recognition;
using ShortsFactory.Scripts.Text;

namespace ShortsFactory.Captions.Layout;

/// <summary>
/// Cuts the words into groups that are shown together. No group crosses the end of a sentence; within a sentence the
/// cheapest cut wins, where cuts in unnatural places and lonely words cost.
/// </summary>
/// <param name="words">The words on the clock of captions.</param>
/// <param name="mostWords">The most words of a group.</param>
/// <param name="fits">Whether a range of words, given by its first and its length, fits on screen.</param>
/// <param name="shortest">A word that is spoken in less time may join a group that is full, for nobody could read it alone.</param>
internal sealed class WordGrouper(IReadOnlyList<TimedWord> words, int mostWords, Func<int, int, bool> fits, TimeSpan shortest = default)
{
    private const int ShortWord = 3;
    private const double LonelyShortWord = 0.5;
    private const double PunctuationInside = 0.35;
    private const double PauseInside = 0.5;
    private const double CutAfterNumber = 0.6;
    private const double CutAfterOneLetter = 0.3;
    private const double CutBeforeSilentWord = 5;
    private const double TooBrief = 0.5;
    private const double Flash = 4;
    private const double Overfull = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(0.3);

    /// <summary>The groups in order: each word is in exactly one.</summary>
    public IReadOnlyList<(int First, int Count)> Group()
    {
        List<(int First, int Count)> groups = [];
        for (var first = 0; first < words.Count;)
        {
            var count = words.Skip(first).TakeWhile(word => word.Sentence == words[first].Sentence).Count();
            groups.AddRange(CutSentence(first, count));
            first += count;
        }

        return groups;
    }

    private IEnumerable<(int First, int Count)> CutSentence(int sentence, int length)
    {
        // Cheapest way to cut the first n words, and where its last group begins.
        var costs = new double[length + 1];
        var starts = new int[length + 1];
        for (var end = 1; end <= length; end++)
        {
            costs[end] = double.PositiveInfinity;
            for (var start = end - 1; start >= 0 && IsPossible(sentence + start, end - start); start--)
            {
                var cost = costs[start] + CostOf(sentence + start, end - start, endsSentence: end == length);
                if (cost < costs[end])
                {
                    (costs[end], starts[end]) = (cost, start);
                }
            }
        }

        Stack<(int First, int Count)> groups = [];
        for (var end = length; end > 0; end = starts[end])
        {
            groups.Push((sentence + starts[end], end - starts[end]));
        }

        return groups;
    }

    /// <summary>A word that fits nowhere still is a group of its own; what is only shown does not count as a word.</summary>
    private bool IsPossible(int first, int count) =>
        count == 1 || (Range(first, count).Count(word => !IsSilent(word)) <= mostWords + (HasFlash(first, count) ? 1 : 0) && fits(first, count));

    private bool HasFlash(int first, int count) => Range(first, count).Any(word => !IsSilent(word) && word.End - word.Start < shortest);

    private double CostOf(int first, int count, bool endsSentence)
    {
        var spoken = Range(first, count).Count(word => !IsSilent(word));
        var empty = (double)Math.Max(0, mostWords - spoken) / mostWords;
        var cost = (empty * empty) + (spoken > mostWords ? Overfull : 0);
        var last = words[first + count - 1];
        if (count == 1 && last.Text.Length <= ShortWord)
        {
            cost += LonelyShortWord;
        }

        if (last.End - words[first].Start < Brief)
        {
            cost += last.End - words[first].Start < shortest ? Flash : TooBrief;
        }

        for (var index = first; index < first + count - 1; index++)
        {
            cost += EndsClause(words[index]) ? PunctuationInside : 0;
            cost += words[index + 1].Start - words[index].End >= Pause ? PauseInside : 0;
        }

        return endsSentence ? cost : cost + CostOfCut(last, words[first + count]);
    }

    private static double CostOfCut(TimedWord last, TimedWord next)
    {
        if (IsSilent(next))
        {
            return CutBeforeSilentWord;
        }

        if (EndsClause(last))
        {
            return 0;
        }

        // The shorter a word, the more it leans on the next one: articles and prepositions, in most languages.
        var cost = last.Text.Length <= ShortWord ? CutAfterOneLetter / last.Text.Length : 0;
        return char.IsAsciiDigit(last.Text[^1]) && !char.IsAsciiDigit(next.Text[0]) ? cost + CutAfterNumber : cost;
    }

    private IEnumerable<TimedWord> Range(int first, int count) => words.Skip(first).Take(count);

    private static bool IsSilent(TimedWord word) => word.Spoken.Length == 0;

    private static bool EndsClause(TimedWord word) => word.Text[^1] is '—' or '–' or ')' || Punctuation.Marks.Contains(word.Text[^1], StringComparison.Ordinal);
}
