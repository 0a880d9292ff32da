using ShortsFactory.Captions.Layout;
using ShortsFactory.Recognition;

namespace ShortsFactory.Captions.Sidecars;

/// <summary>Cuts the words into cues of a readable length: about a sentence each.</summary>
internal static class SubtitleCues
{
    /// <summary>The longest line that is read at a glance, in columns, by the custom of broadcasters.</summary>
    private const int LineLength = 42;

    private const int MostLines = 2;
    private const int MostWords = 20;

    /// <param name="words">The words on the clock of captions.</param>
    public static IReadOnlyList<SubtitleCue> Of(IReadOnlyList<TimedWord> words)
    {
        var cuts = new WordGrouper(words, MostWords, (first, count) => Break(words, first, count) is not null).Group();
        var rightToLeft = words.GroupBy(word => word.Sentence, word => word.Text).Where(ReadingOrder.IsRightToLeft).Select(sentence => sentence.Key).ToHashSet();
        return [.. GroupTiming.Time(words, cuts).Select(group =>
            new SubtitleCue(group.Start, group.End, LinesOf(words, group), rightToLeft.Contains(words[group.First].Sentence)))];
    }

    private static List<IReadOnlyList<TimedWord>> LinesOf(IReadOnlyList<TimedWord> words, WordGroup group)
    {
        List<IReadOnlyList<TimedWord>> lines = [];
        var first = group.First;
        foreach (var count in Break(words, group.First, group.Count) ?? [group.Count])
        {
            lines.Add([.. words.Skip(first).Take(count)]);
            first += count;
        }

        return lines;
    }

    private static IReadOnlyList<int>? Break(IReadOnlyList<TimedWord> words, int first, int count) =>
        LineBreaker.Break(
            [.. words.Skip(first).Take(count).Select(word => (double)Columns.Of(word.Text))],
            [.. words.Skip(first).Take(count).Select(word => word.Joined ? 0.0 : 1.0)],
            LineLength,
            MostLines);
}
