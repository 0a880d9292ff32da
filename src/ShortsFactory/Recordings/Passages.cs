namespace ShortsFactory.Recordings;

/// <summary>Cuts a recording at its pauses into passages that the recogniser hears one by one. Pure.</summary>
internal static class Passages
{
    /// <summary>A passage is not made longer than this if it can end at a pause.</summary>
    private static readonly TimeSpan Wanted = TimeSpan.FromSeconds(15);

    /// <summary>Speech without a pause is cut at its quietest moment before this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);

    /// <summary>A pause of this length ends a passage in any case.</summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(1.5);

    /// <summary>What is heard of the pause on either side: quiet consonants lie there.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(200);

    /// <summary>The passages in order, without overlap, which hold all speech.</summary>
    public static IReadOnlyList<Stretch> Of(SpeechActivity activity, TimeSpan duration)
    {
        List<Stretch> passages = [];
        foreach (var stretch in activity.Speech.SelectMany(stretch => Cut(stretch, activity)))
        {
            if (passages is [.., var last] && stretch.Start - last.End < LongPause && stretch.End - last.Start <= Wanted)
            {
                passages[^1] = last with { End = stretch.End };
            }
            else
            {
                passages.Add(stretch);
            }
        }

        return [.. passages.Select((passage, index) => new Stretch(
            passage.Start - Room(index == 0 ? passage.Start * 2 : passage.Start - passages[index - 1].End),
            passage.End + Room(index == passages.Count - 1 ? (duration - passage.End) * 2 : passages[index + 1].Start - passage.End)))];
    }

    private static TimeSpan Room(TimeSpan pause) => pause / 2 < Margin ? pause / 2 : Margin;

    private static IEnumerable<Stretch> Cut(Stretch stretch, SpeechActivity activity)
    {
        while (stretch.Length > Longest)
        {
            var cut = activity.Quietest(stretch.Start + (Longest / 2), stretch.Start + Longest);
            yield return stretch with { End = cut };
            stretch = stretch with { Start = cut };
        }

        yield return stretch;
    }
}
