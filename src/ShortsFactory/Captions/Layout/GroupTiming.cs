using ShortsFactory.Recognition;

namespace ShortsFactory.Captions.Layout;

/// <summary>When groups come and go, and how long a word stays lit.</summary>
internal static class GroupTiming
{
    /// <summary>Shorter silences than this are bridged, so that captions do not flicker.</summary>
    private static readonly TimeSpan BridgedSilence = TimeSpan.FromSeconds(0.6);

    /// <summary>How long a group stays after its last word where the silence is not bridged.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(0.25);

    /// <summary>Shorter gaps than this between two words of a group do not put the light out.</summary>
    private static readonly TimeSpan BridgedGap = TimeSpan.FromSeconds(0.12);

    public static IReadOnlyList<WordGroup> Time(IReadOnlyList<TimedWord> words, IReadOnlyList<(int First, int Count)> cuts) =>
        [.. cuts.Select(cut => new WordGroup(cut.First, cut.Count, words[cut.First].Start, EndOf(words, cut.First + cut.Count - 1)))];

    /// <summary>When the word stops being lit: with its sound, or with the start of the group's next word after a short gap.</summary>
    public static TimeSpan EndOfLight(IReadOnlyList<TimedWord> words, WordGroup group, int word)
    {
        var next = word == group.Last ? group.End : words[word + 1].Start;
        return next - words[word].End < BridgedGap ? next : words[word].End;
    }

    /// <summary>Whether the silence behind a word is so short that what comes next takes its place on screen at once.</summary>
    public static bool IsBridged(IReadOnlyList<TimedWord> words, int word) =>
        word + 1 < words.Count && words[word + 1].Start - words[word].End < BridgedSilence;

    private static TimeSpan EndOf(IReadOnlyList<TimedWord> words, int last)
    {
        var end = words[last].End;
        return IsBridged(words, last) ? words[last + 1].Start : end + Linger;
    }
}
