using ShortsFactory.Captions.Layout;
using ShortsFactory.Recognition;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Motions;

/// <summary>When a group's words appear, are lit and go.</summary>
internal sealed class WordClock(CaptionTemplate template, IReadOnlyList<TimedWord> words)
{
    /// <summary>While the word is highlighted.</summary>
    public (TimeSpan Start, TimeSpan End) Light(WordGroup group, int word) =>
        (words[word].Start, GroupTiming.EndOfLight(words, group, word));

    /// <summary>When the word becomes visible.</summary>
    public TimeSpan Appearance(WordGroup group, int word) => template.Reveal is Reveal.Group ? group.Start : words[word].Start;

    /// <summary>How long the word takes to come in: at most half of the time for which it is there.</summary>
    public TimeSpan EntranceDuration(WordGroup group, int word)
    {
        var half = (group.End - Appearance(group, word)) / 2;
        return template.Entrance.Kind is EntranceKind.None ? TimeSpan.Zero : template.Entrance.Duration < half ? template.Entrance.Duration : half;
    }

    /// <summary>Whether another group was on screen until this one came.</summary>
    public bool IsPreceded(WordGroup group) => group.First > 0 && GroupTiming.IsBridged(words, group.First - 1);

    /// <summary>How long the group takes to go: it goes at once where the next group takes its place, for nothing may flicker between them.</summary>
    public TimeSpan ExitDuration(WordGroup group)
    {
        var silence = group.End - words[group.Last].End;
        return template.Exit.Kind is ExitKind.None || GroupTiming.IsBridged(words, group.Last)
            ? TimeSpan.Zero
            : template.Exit.Duration < silence ? template.Exit.Duration : silence;
    }
}
