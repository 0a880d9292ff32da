using ShortsFactory.Captions.Layout;
using ShortsFactory.Recognition;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Motions;

/// <summary>When a group's words appear, are lit and go.</summary>
internal sealed class WordClock(CaptionTemplate template, IReadOnlyList<TimedWord> words)
{
    private const double TypingShare = 0.8;

    /// <summary>While the word is highlighted.</summary>
    public (TimeSpan Start, TimeSpan End) Light(WordGroup group, int word) =>
        (words[word].Start, GroupTiming.EndOfLight(words, group, word));

    /// <summary>When the word becomes visible; one that is only shown, such as an emoji, has no time of its own and comes with the word before it.</summary>
    public TimeSpan Appearance(WordGroup group, int word)
    {
        if (template.Reveal is Reveal.Group)
        {
            return group.Start;
        }

        var spoken = word;
        while (words[spoken].Spoken.Length == 0 && spoken > group.First)
        {
            spoken--;
        }

        return words[spoken].Start + (spoken < word && template.Reveal is Reveal.Letter ? CaptionClock.Round(TypingTime(group, spoken)) : TimeSpan.Zero);
    }

    /// <summary>How long the letters of a word take to be typed while it is lit: the last one must be seen too.</summary>
    public TimeSpan TypingTime(WordGroup group, int word)
    {
        var (start, end) = Light(group, word);
        return (end - start) * TypingShare;
    }

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
