using System.Globalization;
using ShortsFactory.Recognition;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Readability;

/// <summary>
/// Looks whether a viewer can follow captions. That groups end with their sentences and that short gaps between them are
/// closed is so by the way they are made; how long they stay is up to the voice.
/// </summary>
internal static class ReadabilityCheck
{
    private const string Advice = "Lower the script's 'rate', or choose a template that shows more words at once.";

    /// <summary>One sentence for each limit that is broken; it names the worst place.</summary>
    public static IEnumerable<string> Warnings(IReadOnlyList<CaptionGroup> groups, IReadOnlyList<TimedWord> words, ReadabilityLimits limits)
    {
        var brief = groups.Where(group => IsSpoken(group, words) && group.End - group.Start < limits.Shortest).ToArray();
        if (brief.Length > 0)
        {
            var worst = brief.MinBy(group => group.End - group.Start)!;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(brief.Length, "caption is", "captions are")} on screen for less than {limits.Shortest.TotalSeconds:0.##} s; '{TextOf(worst, words)}' at {worst.Start.TotalSeconds:0.0} s for {(worst.End - worst.Start).TotalSeconds:0.00} s. {Advice}");
        }

        var hasty = groups.GroupBy(group => words[group.Lines[0][0]].Sentence).Select(sentence => Pace(sentence, words)).Where(pace => pace.Speed > limits.Fastest).ToArray();
        if (hasty.Length > 0)
        {
            var (start, speed) = hasty.MaxBy(pace => pace.Speed);
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(hasty.Length, "sentence has", "sentences have")} more than {limits.Fastest:0.#} characters a second to read; the one at {start.TotalSeconds:0.0} s has {speed:0}. {Advice}");
        }
    }

    private static (TimeSpan Start, double Speed) Pace(IEnumerable<CaptionGroup> sentence, IReadOnlyList<TimedWord> words)
    {
        var (start, end) = (sentence.Min(group => group.Start), sentence.Max(group => group.End));
        var read = sentence.SelectMany(group => group.Lines).SelectMany(line => line).Where(word => words[word].Spoken.Length > 0);
        return (start, read.Sum(word => words[word].Text.Length + 1) / (end - start).TotalSeconds);
    }

    private static bool IsSpoken(CaptionGroup group, IReadOnlyList<TimedWord> words) =>
        group.Lines.Any(line => line.Any(word => words[word].Spoken.Length > 0));

    private static string TextOf(CaptionGroup group, IReadOnlyList<TimedWord> words) =>
        string.Join(' ', group.Lines.SelectMany(line => line).Select(word => words[word].Text));

    private static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";
}
